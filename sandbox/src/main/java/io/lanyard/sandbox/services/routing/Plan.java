// Room: sandbox / routing. Routes and settings, made ready to ask.
package io.lanyard.sandbox.services.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which targets an event goes to, by its location (services/activity-tracker.md §3). Every route is asked, and in each the first
 * rule that takes the event decides; where no rule of any route does, the default targets get it. A target gets an event once,
 * however many routes send it there. Immutable but for what it remembers.
 */
final class Plan {
    /** Nothing is routed. */
    static final Plan NOTHING = new Plan(List.of(), List.of(), Map.of());

    /** Locations are few; a caller that invents them is answered all the same, only not as fast. */
    private static final int REMEMBERED = 256;

    private final List<RouteEntry> routes;
    private final List<String> defaults;
    private final Map<String, Lane> lanes;
    private final Set<Lane> used = new LinkedHashSet<>();
    private final Map<String, List<Lane>> byLocation = new ConcurrentHashMap<>();

    Plan(List<RouteEntry> routes, List<String> defaults, Map<String, Lane> lanes) {
        this.routes = routes;
        this.defaults = defaults;
        this.lanes = lanes;
        routes.forEach(route -> route.rules().forEach(rule -> used.addAll(lanes(rule.targetIds()))));
        used.addAll(lanes(defaults));
    }

    /** Every lane that an event may take. */
    Collection<Lane> used() {
        return used;
    }

    /** The lanes that an event takes. */
    List<Lane> of(String location) {
        var known = byLocation.get(location);
        if (known != null) {
            return known;
        }
        var found = find(location);
        if (byLocation.size() < REMEMBERED) {
            byLocation.put(location, found);
        }
        return found;
    }

    private List<Lane> find(String location) {
        var taken = false;
        var found = new LinkedHashSet<Lane>();
        for (var route : routes) {
            var rule = route.rules().stream().filter(r -> r.takes(location)).findFirst();
            taken |= rule.isPresent();
            rule.ifPresent(first -> found.addAll(lanes(first.targetIds())));
        }
        return List.copyOf(taken ? found : lanes(defaults));
    }

    private List<Lane> lanes(List<String> targetIds) {
        var found = new ArrayList<Lane>();
        for (var id : targetIds) {
            var lane = lanes.get(id);
            if (lane != null) {
                found.add(lane);
            }
        }
        return found;
    }
}
