// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.World;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * From request to response. Around every handler, and in this order: who calls, is the request well formed, does the thing
 * exist, may he, does {@code If-Match} hold; afterwards the audit event and the error's body. Safe for many threads.
 */
public final class Kernel {
    private final Map<Plane, RouteFinder> finders = new EnumMap<>(Plane.class);
    private final KernelSettings settings;
    private final Directory directory;
    private final Supplier<World> firstWorld;
    private final Authenticator bearer;
    private final Judge judge;
    private final BodyReader bodies;

    /** Makes a kernel without services; planes in {@code fallbacks} find their routes by path, others as their service names them. */
    public Kernel(
            KernelSettings settings,
            Directory directory,
            Supplier<World> firstWorld,
            Authenticator bearer,
            Guard guard,
            Map<Plane, ErrorShape> fallbacks) {
        this.settings = settings;
        this.directory = directory;
        this.firstWorld = firstWorld;
        this.bearer = bearer;
        this.judge = new Judge(guard, settings.enforcing());
        this.bodies = new BodyReader(settings);
        fallbacks.forEach((plane, errors) -> finders.put(plane, new Router(errors)));
    }

    /** Adds a service's routes. */
    public void install(Service service) {
        service.naming()
                .ifPresent(naming ->
                        finders.computeIfAbsent(service.plane(), plane -> new NamedRoutes(naming, service.errors())));
        service.routes(new Routes(service, finder(service.plane())::add));
    }

    /** Finds what will answer; the mount asks it whether the body streams before it reads any. */
    public Dispatch dispatch(Request head) {
        return new Dispatch(this, finder(head.door().plane()).match(head));
    }

    private RouteFinder finder(Plane plane) {
        var finder = finders.get(plane);
        if (finder == null) {
            throw new IllegalArgumentException("no routes for " + plane);
        }
        return finder;
    }

    /** Answers a request. */
    public Response handle(Request request) {
        return dispatch(request).answer(request);
    }

    Directory directory() {
        return directory;
    }

    World firstWorld() {
        return firstWorld.get();
    }

    Judge judge() {
        return judge;
    }

    KernelSettings settings() {
        return settings;
    }

    Authenticator bearer() {
        return bearer;
    }

    BodyReader bodies() {
        return bodies;
    }
}
