// Room: sandbox / routing. What can be done with routes and settings.
package io.lanyard.sandbox.services.routing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;

/** Routes and settings: they are the account's, in no region, and count from the next event on. */
final class RouteDesk {

    /** A route that a path names. */
    Target named(Call call) {
        var route = find(call);
        return Target.in(call.callersAccount(), RoutingService.NAME)
                .resource("route", route.id())
                .named(route.crn(), route.name());
    }

    private static RouteEntry find(Call call) {
        return RoutingPart.of(call.callersAccount())
                .routes()
                .find(call.path("id"))
                .orElseThrow(RoutingRefusals::noSuchRoute);
    }

    Response create(Call call) {
        var account = call.account();
        var part = RoutingPart.of(account);
        var name = TargetBody.name(call.json().text("name"));
        TargetBody.managedBy(call.json());
        var rules = RouteBody.rules(call.json(), part);
        if (part.routes().size() >= RouteBody.MOST_ROUTES) {
            throw RoutingRefusals.limit("routes per account", RouteBody.MOST_ROUTES);
        }
        var id = account.ids().uuid();
        var now = account.now();
        var crn = TargetDesk.crn(account, Locations.GLOBAL, "route", id);
        var route = new RouteEntry(id, crn, name, 0, rules, now, now);
        part.put(route);
        call.event()
                .target(crn, name)
                .request("rules", RoutingViews.route(route).get("rules"));
        return Response.created(RoutingViews.route(route));
    }

    Response list(Call call) {
        var routes = new JsonArray();
        RoutingPart.of(call.account()).routes().stream()
                .map(RoutingViews::route)
                .forEach(routes::add);
        var view = new JsonObject();
        view.add("routes", routes);
        return Response.ok(view);
    }

    Response get(Call call) {
        return Response.ok(RoutingViews.route(find(call)));
    }

    Response replace(Call call) {
        var part = RoutingPart.of(call.account());
        TargetBody.managedBy(call.json());
        var name = TargetBody.name(call.json().text("name"));
        var route = find(call).with(name, RouteBody.rules(call.json(), part), call.now());
        part.put(route);
        call.event().request("rules", RoutingViews.route(route).get("rules"));
        return Response.ok(RoutingViews.route(route));
    }

    Response delete(Call call) {
        RoutingPart.of(call.account()).removeRoute(find(call).id());
        return Response.noContent();
    }

    Response settings(Call call) {
        return Response.ok(RoutingViews.settings(RoutingPart.of(call.account()).settings()));
    }

    Response replaceSettings(Call call) {
        var part = RoutingPart.of(call.account());
        part.settings(RouteBody.settings(call.json(), part));
        var view = RoutingViews.settings(part.settings());
        view.entrySet().forEach(field -> call.event().request(field.getKey(), field.getValue()));
        return Response.created(view);
    }
}
