// Room: sandbox / routing. What can be done with targets.
package io.lanyard.sandbox.services.routing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.state.Account;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Targets. A write test stands before each creation and change; it may take its time, so nothing is locked meanwhile, and what it
 * was made for is checked again afterwards.
 */
final class TargetDesk {
    private static final Pattern HOST = Pattern.compile("(?:private\\.)?([a-z0-9-]+)\\.atracker\\..*");

    private final Courier courier;
    private final Executor threads;

    TargetDesk(Courier courier, Executor threads) {
        this.courier = courier;
        this.threads = threads;
    }

    /** What a creation is about: the region that the target will be in. */
    Target wanted(Call call) {
        var account = call.callersAccount();
        return scoped(
                account, call.json().maybeText("region").map(String::strip).orElseGet(() -> asked(call)));
    }

    /** A target that a path names. */
    Target named(Call call) {
        var account = call.callersAccount();
        var target = find(call);
        return scoped(account, target.region()).resource("target", target.id()).named(target.crn(), target.name());
    }

    private static Target scoped(Account account, String region) {
        return Target.in(account, RoutingService.NAME).with("region", region);
    }

    /** The region that was asked, where the host name tells one; the account's own otherwise. */
    private static String asked(Call call) {
        var host = HOST.matcher(call.header("Host").orElse(""));
        return host.matches() && Locations.isRegion(host.group(1))
                ? host.group(1)
                : RoutingPart.of(call.callersAccount()).settings().primary();
    }

    private static TargetEntry find(Call call) {
        return RoutingPart.of(call.callersAccount())
                .targets()
                .find(call.path("id"))
                .orElseThrow(RoutingRefusals::noSuchTarget);
    }

    Response create(Call call) {
        var account = call.account();
        var part = RoutingPart.of(account);
        var body = call.json();
        var target = read(call, body, account, part);
        refuseUnless(courier.test(target, call.transactionId(), account.now()));
        var lane = new Lane(
                target, new Delivery(account.world(), courier, target.sink().type()), threads);
        account.alone(told(() -> {
            checkRoom(part);
            part.put(target, lane);
        }));
        note(call, target);
        return Response.created(RoutingViews.target(target, lane.tally()));
    }

    private static TargetEntry read(Call call, JsonBody body, Account account, RoutingPart part) {
        var name = TargetBody.name(body.text("name"));
        TargetBody.managedBy(body);
        var sink = TargetBody.sink(body, TargetBody.type(body.text("target_type")));
        var region = TargetBody.region(body, asked(call), part.settings().permittedRegions(), sink);
        checkRoom(part);
        var id = account.ids().uuid();
        var now = account.now();
        var crn = crn(account, region, "target", id);
        return new TargetEntry(id, account.id(), crn, name, region, sink, now, now);
    }

    static String crn(Account account, String region, String type, String id) {
        var routing = UUID.nameUUIDFromBytes(("event routing of " + account.id()).getBytes(StandardCharsets.UTF_8));
        return "crn:v1:bluemix:public:atracker:" + region + ":a/" + account.id() + ":" + routing + ":" + type + ":"
                + id;
    }

    private static void checkRoom(RoutingPart part) {
        if (part.targets().size() >= RouteBody.MOST_TARGETS) {
            throw RoutingRefusals.tooManyTargets();
        }
    }

    Response list(Call call) {
        var part = RoutingPart.of(call.account());
        var region = call.query("region").map(String::strip).filter(r -> !r.isEmpty());
        region.filter(r -> !Locations.isRegion(r)).ifPresent(unknown -> {
            throw RoutingRefusals.invalid("Region", TargetBody.unknownRegion(unknown));
        });
        var targets = new JsonArray();
        part.targets().stream()
                .filter(target -> region.map(target.region()::equals).orElse(true))
                .forEach(target -> part.lane(target.id())
                        .ifPresent(lane -> targets.add(RoutingViews.target(target, lane.tally()))));
        var view = new JsonObject();
        view.add("targets", targets);
        return Response.ok(view);
    }

    Response get(Call call) {
        var target = find(call);
        return Response.ok(RoutingViews.target(target, lane(call, target).tally()));
    }

    Response replace(Call call) {
        var account = call.account();
        var part = RoutingPart.of(account);
        var before = find(call);
        var body = call.json();
        var type = before.sink().type();
        body.maybeText("target_type")
                .map(String::strip)
                .filter(word -> !word.equals(type.word()))
                .ifPresent(word -> {
                    throw RoutingRefusals.invalid("TargetType", "The type of a target can't change.");
                });
        var name = body.maybeText("name").map(TargetBody::name).orElse(before.name());
        var sink = changesPlace(body) ? TargetBody.sink(body, type) : before.sink();
        TargetBody.checkMontreal(before.region(), sink);
        var after = before.with(name, sink, account.now());
        var lane = lane(call, before);
        refuseUnless(courier.test(after, call.transactionId(), account.now()));
        account.alone(told(() -> {
            find(call);
            part.put(after, lane);
        }));
        lane.tested(Optional.empty());
        note(call, after);
        return Response.ok(RoutingViews.target(after, lane.tally()));
    }

    private static boolean changesPlace(JsonBody body) {
        for (var type : Sink.Type.values()) {
            if (body.object(type.field()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    Response validate(Call call) {
        var target = find(call);
        var lane = lane(call, target);
        var failure = courier.test(target, call.transactionId(), call.account().now());
        lane.tested(failure);
        failure.ifPresent(why -> call.event().response("write_status", "failed").response("reason", why.status()));
        var answer = Response.ok(RoutingViews.target(target, lane.tally()));
        return failure.isEmpty()
                ? answer
                : answer.with("Sandbox-Decision", "/sandbox/v1/decisions/" + call.transactionId());
    }

    Response delete(Call call) {
        var part = RoutingPart.of(call.account());
        var target = find(call);
        part.routes().stream()
                .filter(route -> route.names(target.id()))
                .findFirst()
                .ifPresent(route -> {
                    throw RoutingRefusals.inUse("route '" + route.name() + "' (" + route.id() + ")");
                });
        if (part.settings().defaultTargets().contains(target.id())) {
            throw RoutingRefusals.inUse("the settings of the account, as a default target");
        }
        part.removeTarget(target.id());
        var view = new JsonObject();
        view.addProperty("status_code", 200);
        view.addProperty("trace", call.transactionId());
        view.add("warnings", new JsonArray());
        return Response.ok(view);
    }

    private static Lane lane(Call call, TargetEntry target) {
        return RoutingPart.of(call.account()).lane(target.id()).orElseThrow(RoutingRefusals::noSuchTarget);
    }

    private static void refuseUnless(Optional<Failure> written) {
        written.ifPresent(failure -> {
            throw RoutingRefusals.notWritten(failure);
        });
    }

    private static void note(Call call, TargetEntry target) {
        call.event()
                .target(target.crn(), target.name())
                .request("target_type", target.sink().type().word())
                .request("target_crn", target.sink().crn())
                .request("region", target.region());
    }

    private static Supplier<Boolean> told(Runnable change) {
        return () -> {
            change.run();
            return true;
        };
    }
}
