package io.lanyard.audit;

import io.lanyard.core.call.Service;
import java.util.List;
import java.util.Optional;

/**
 * Audit: which events are sent where ({@code /api/v2/routes}), at most 30 routes of 10 rules each. IBM says that a change may take up
 * to an hour to count. The rights named below are on Activity Tracker Event Routing for the whole account.
 */
public final class Routes {

    private final Service atracker;

    Routes(Service atracker) {
        this.atracker = atracker;
    }

    /**
     * Creates a route. Never sent twice by itself. Needs {@code atracker.route.create}: Editor.
     *
     * @param name  its name
     * @param rules its rules, in the order in which they are asked
     * @return the route
     */
    public Route create(String name, Rule... rules) {
        return atracker.post("createRoute", "/api/v2/routes")
                .json(new Wanted(name, List.of(rules), Optional.empty()))
                .as(Route.class);
    }

    /**
     * Creates a route that the enterprise manages. Never sent twice by itself. Needs {@code atracker.enterprise-route.create}.
     *
     * @param name  its name
     * @param rules its rules, in the order in which they are asked
     * @return the route
     */
    public Route createForEnterprise(String name, Rule... rules) {
        return atracker.post("createRoute", "/api/v2/routes")
                .json(new Wanted(name, List.of(rules), Optional.of("enterprise")))
                .as(Route.class);
    }

    /**
     * Lists all routes. Needs {@code atracker.route.list}: Viewer.
     *
     * @return the routes; the service tells them in one piece
     */
    public List<Route> list() {
        return atracker.get("listRoutes", "/api/v2/routes").items("routes", Route.class);
    }

    /**
     * Gets a route. Needs {@code atracker.route.read}: Viewer.
     *
     * @param id its id
     * @return the route
     */
    public Route get(RouteId id) {
        return atracker.get("getRoute", "/api/v2/routes/{id}", id).as(Route.class);
    }

    /**
     * Replaces a route's name and rules, all of them. Needs {@code atracker.route.update}: Editor.
     *
     * @param id    its id
     * @param name  its new name
     * @param rules its new rules, in the order in which they are asked
     * @return the route
     */
    public Route replace(RouteId id, String name, Rule... rules) {
        return atracker.put("replaceRoute", "/api/v2/routes/{id}", id)
                .json(new Wanted(name, List.of(rules), Optional.empty()))
                .as(Route.class);
    }

    /**
     * Deletes a route. Needs {@code atracker.route.delete}: Editor.
     *
     * @param id its id
     */
    public void delete(RouteId id) {
        atracker.delete("deleteRoute", "/api/v2/routes/{id}", id).done();
    }

    /** The body of a creation or replacement. */
    record Wanted(String name, List<Rule> rules, Optional<String> managedBy) {}
}
