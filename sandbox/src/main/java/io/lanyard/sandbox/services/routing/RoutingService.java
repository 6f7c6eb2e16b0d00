// Room: sandbox / routing. The table of event routing's routes.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.services.Surroundings;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Activity Tracker Event Routing, version 2. Targets have a region, and a policy may be for one; everything else belongs to the
 * account as a whole.
 */
public final class RoutingService implements Service {
    static final String NAME = "atracker";

    private static final String TARGETS = "/api/v2/targets";
    private static final String TARGET = TARGETS + "/{id}";
    private static final String ROUTES = "/api/v2/routes";
    private static final String ROUTE = ROUTES + "/{id}";
    private static final String SETTINGS = "/api/v2/settings";

    private final ExecutorService threads;
    private final TargetDesk targets;
    private final RouteDesk routes = new RouteDesk();

    /** Serves it, delivering through these doors. */
    public RoutingService(Surroundings with, Doors doors) {
        var number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "sandbox-delivery-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        targets = new TargetDesk(new Courier(with, doors), threads);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String displayName() {
        return "Activity Tracker Event Routing";
    }

    @Override
    public ErrorShape errors() {
        return RoutingErrors.INSTANCE;
    }

    @Override
    public void routes(Routes table) {
        targets(table);
        routing(table);
        table.on(GET, SETTINGS, "getSettings")
                .query()
                .needs("atracker.setting.get")
                .leaves("atracker.setting.get")
                .handledBy(routes::settings);
        table.on(PUT, SETTINGS, "putSettings")
                .query()
                .takes(RouteBody.SETTINGS)
                .needs("atracker.setting.update")
                .leaves("atracker.setting.set")
                .handledBy(routes::replaceSettings);
    }

    private void targets(Routes table) {
        table.on(POST, TARGETS, "createTarget")
                .query()
                .takes(TargetBody.NEW)
                .about(targets::wanted)
                .needs("atracker.target.create")
                .waits()
                .leaves("atracker.target.create")
                .handledBy(targets::create);
        table.on(GET, TARGETS, "listTargets")
                .query("region")
                .needs("atracker.target.list")
                .leaves("atracker.target.list")
                .handledBy(targets::list);
        table.on(GET, TARGET, "getTarget")
                .query()
                .about(targets::named)
                .needs("atracker.target.read")
                .leaves("atracker.target.read")
                .handledBy(targets::get);
        table.on(PUT, TARGET, "replaceTarget")
                .query()
                .takes(TargetBody.CHANGED)
                .about(targets::named)
                .needs("atracker.target.update")
                .waits()
                .leaves("atracker.target.update")
                .handledBy(targets::replace);
        table.on(DELETE, TARGET, "deleteTarget")
                .query()
                .about(targets::named)
                .needs("atracker.target.delete")
                .leaves("atracker.target.delete")
                .handledBy(targets::delete);
        table.on(POST, TARGET + "/validate", "validateTarget")
                .query()
                .about(targets::named)
                .needs("atracker.target.read")
                .waits()
                .leaves("atracker.target.validate")
                .handledBy(targets::validate);
    }

    private void routing(Routes table) {
        table.on(POST, ROUTES, "createRoute")
                .query()
                .takes(RouteBody.ROUTE)
                .needs("atracker.route.create")
                .leaves("atracker.route.create")
                .handledBy(routes::create);
        table.on(GET, ROUTES, "listRoutes")
                .query()
                .needs("atracker.route.list")
                .leaves("atracker.route.list")
                .handledBy(routes::list);
        table.on(GET, ROUTE, "getRoute")
                .query()
                .about(routes::named)
                .needs("atracker.route.read")
                .leaves("atracker.route.read")
                .handledBy(routes::get);
        table.on(PUT, ROUTE, "replaceRoute")
                .query()
                .takes(RouteBody.ROUTE)
                .about(routes::named)
                .needs("atracker.route.update")
                .leaves("atracker.route.update")
                .handledBy(routes::replace);
        table.on(DELETE, ROUTE, "deleteRoute")
                .query()
                .about(routes::named)
                .needs("atracker.route.delete")
                .leaves("atracker.route.delete")
                .handledBy(routes::delete);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
