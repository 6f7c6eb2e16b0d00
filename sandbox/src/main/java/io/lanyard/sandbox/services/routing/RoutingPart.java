// Room: sandbox / routing. What an account has of it.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.AuditEvent;
import io.lanyard.sandbox.state.Journal;
import io.lanyard.sandbox.state.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Targets, routes and settings of an account, and what follows from them: events that are left in the account's journal from now on
 * take the lanes of the plan. An account that was never asked about routing has none of this.
 */
public final class RoutingPart implements Journal.Reader<AuditEvent> {
    /** How long a flush waits for targets; a target that is stuck for longer says so in its count. */
    static final Duration FLUSH = Duration.ofSeconds(30);

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /** How long a call pauses at most, whatever number of targets is behind. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    /** How many deleted targets are still counted; the counts of the oldest go. */
    private static final int MOST_DELETED = 1_000;

    private final Store<TargetEntry> targets;
    private final Store<RouteEntry> routes;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Queue<Lane> deleted = new ConcurrentLinkedQueue<>();
    private volatile RoutingSettings settings = RoutingSettings.BEGINNING;
    private volatile Plan plan = Plan.NOTHING;

    private RoutingPart(Account account) {
        targets = account.store();
        routes = account.store();
        account.world().beforeClose(this::close);
        account.journal().readBy(this);
    }

    /** The routing of an account. */
    public static RoutingPart of(Account account) {
        return account.part(RoutingPart.class, RoutingPart::new);
    }

    /**
     * Has everything delivered that happened in the account so far.
     *
     * @return whether all of it is delivered or counted now; a target that is stuck may take longer than this waits
     */
    public boolean flush() {
        return flush(FLUSH);
    }

    /**
     * Has everything delivered that happened in these accounts so far, and what is told of those deliveries.
     *
     * @return whether all of it is delivered or counted now
     */
    public static boolean flush(Collection<Account> accounts) {
        var happened = flushed(accounts);
        return happened && flushed(accounts); // now what the first told; that tells of nothing more
    }

    private static boolean flushed(Collection<Account> accounts) {
        return accounts.stream().map(RoutingPart::of).map(RoutingPart::flush).reduce(true, Boolean::logicalAnd);
    }

    private boolean flush(Duration limit) {
        var all = Stream.concat(lanes.values().stream(), deleted.stream()).toList();
        all.forEach(Lane::hurry);
        var until = System.nanoTime() + limit.toNanos();
        var done = true;
        for (var lane : all) {
            done &= lane.flush(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        }
        return done;
    }

    /**
     * Tells what became of the events for each target, in names and numbers, in the order the targets came; and of those for targets
     * that were deleted.
     */
    public List<Map<String, Object>> counts() {
        var there = targets.stream().flatMap(target -> lane(target.id()).stream());
        return Stream.concat(
                        there.map(lane -> RoutingViews.tally(lane.tally(), false)),
                        deleted.stream().map(lane -> RoutingViews.tally(lane.tally(), true)))
                .toList();
    }

    Store<TargetEntry> targets() {
        return targets;
    }

    Store<RouteEntry> routes() {
        return routes;
    }

    RoutingSettings settings() {
        return settings;
    }

    Optional<Lane> lane(String targetId) {
        return Optional.ofNullable(lanes.get(targetId));
    }

    /** Adds a target with its lane, or changes one. */
    void put(TargetEntry target, Lane lane) {
        lanes.put(target.id(), lane);
        lane.target(target);
        targets.put(target.id(), target);
    }

    void removeTarget(String id) {
        targets.remove(id);
        Optional.ofNullable(lanes.remove(id)).ifPresent(lane -> {
            lane.close();
            deleted.add(lane);
            if (deleted.size() > MOST_DELETED) {
                deleted.remove();
            }
        });
        replan();
    }

    void put(RouteEntry route) {
        routes.put(route.id(), route);
        replan();
    }

    void removeRoute(String id) {
        routes.remove(id);
        replan();
    }

    void settings(RoutingSettings changed) {
        settings = changed;
        replan();
    }

    private void replan() {
        var all = routes.stream().toList();
        var defaults = settings.defaultTargets();
        plan = all.isEmpty() && defaults.isEmpty() ? Plan.NOTHING : new Plan(all, defaults, Map.copyOf(lanes));
    }

    @Override
    public boolean isBehind() {
        return plan.used().stream().anyMatch(Lane::isBehind);
    }

    @Override
    public void giveWay() {
        var left = PAUSE;
        for (var lane : plan.used()) {
            left = lane.pause(left);
        }
    }

    @Override
    public void read(AuditEvent event) {
        var now = plan;
        if (now == Plan.NOTHING || !Write.routes(event)) {
            return;
        }
        var location = Locations.of(event.logSourceCrn());
        Collection<Lane> ways = now.of(location);
        if (!ways.isEmpty()) {
            var emitted = new Emitted(event, location, Write.isGoingOn());
            ways.forEach(way -> way.add(emitted));
        }
    }

    /** The world ends: what waits is still delivered where that is quick. */
    private void close() {
        plan = Plan.NOTHING;
        lanes.values().forEach(Lane::close);
        flush(FAREWELL);
    }
}
