// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the route of a request by the name of its operation. */
final class NamedRoutes implements RouteFinder {
    private final Naming naming;
    private final ErrorShape errors;
    private final Map<String, Route> routes = new HashMap<>();

    NamedRoutes(Naming naming, ErrorShape errors) {
        this.naming = naming;
        this.errors = errors;
    }

    @Override
    public void add(Route route) {
        if (routes.putIfAbsent(route.operation(), route) != null) {
            throw new IllegalStateException("Two routes for " + route.operation());
        }
    }

    @Override
    public Match match(Request head) {
        return new Match(routes.get(naming.operation(head)), List.of(), Set.of(), errors);
    }
}
