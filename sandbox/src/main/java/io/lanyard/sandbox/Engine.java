// Room: sandbox / front door.
package io.lanyard.sandbox;

import io.lanyard.sandbox.kernel.Door;
import io.lanyard.sandbox.kernel.ExchangeObserver;
import io.lanyard.sandbox.kernel.Kernel;
import io.lanyard.sandbox.kernel.KernelSettings;
import io.lanyard.sandbox.kernel.Plane;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.RegistryErrors;
import io.lanyard.sandbox.mount.Mount;
import io.lanyard.sandbox.services.Services;
import io.lanyard.sandbox.services.Surroundings;
import io.lanyard.sandbox.services.identity.IdentityErrors;
import io.lanyard.sandbox.services.policy.PolicyGuard;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.token.Logins;
import io.lanyard.sandbox.services.token.SigningKey;
import io.lanyard.sandbox.services.token.Tokens;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.Ids;
import io.lanyard.sandbox.state.SandboxClock;
import io.lanyard.sandbox.state.World;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.ServiceLoader;

/** One server with all its services; holds as many worlds as are asked for. */
final class Engine {
    static final List<String> REGIONS = List.of("us-south", "eu-gb");

    private final Directory directory = new Directory();
    private final World first;
    private final List<Service> services;
    private final Mount mount;

    Engine(SandboxOptions options) {
        first = world(options.seed(), options.start().orElseGet(Instant::now));
        var settings = new KernelSettings(
                options.isLenient(), !options.isReportOnly(), KernelSettings.STRICT.jsonLimit(), observers(options));
        var signing = options.hasFreshKey() ? SigningKey.fresh(first.ids().hex(12)) : SigningKey.development();
        var tokens = new Tokens(signing, directory, () -> first);
        var guard = new PolicyGuard((account, guid) -> ResourcePart.of(account).groupOf(guid));
        var kernel = new Kernel(
                settings,
                directory,
                () -> first,
                tokens,
                guard,
                Map.of(Plane.CONTROL, IdentityErrors.INSTANCE, Plane.REGISTRY, RegistryErrors.INSTANCE));
        services = Services.all(new Surroundings(
                directory,
                tokens,
                new Logins(directory),
                guard,
                settings,
                () -> first,
                options.dataFolder(),
                options.doors()));
        services.forEach(kernel::install);
        mount = open(kernel, options.port());
    }

    private Mount open(Kernel kernel, int port) {
        try {
            return Mount.open(kernel, doors(), port);
        } catch (RuntimeException taken) {
            services.forEach(Service::close);
            throw taken;
        }
    }

    private static List<ExchangeObserver> observers(SandboxOptions options) {
        var observers = new ArrayList<>(options.observers());
        ServiceLoader.load(ExchangeObserver.class).forEach(observers::add);
        return List.copyOf(observers);
    }

    private static List<Door> doors() {
        var doors = new ArrayList<Door>();
        doors.add(Door.CONTROL);
        REGIONS.forEach(region -> doors.add(Door.registry(region)));
        doors.add(Door.storage());
        return doors;
    }

    /** Makes another world on this server. */
    World world(OptionalLong seed, Instant start) {
        var random = seed.isPresent() ? new Random(seed.getAsLong()) : new SecureRandom();
        return new World(new SandboxClock(start), new Ids(random), directory);
    }

    World first() {
        return first;
    }

    Mount mount() {
        return mount;
    }

    void close() {
        mount.close();
        first.close();
        services.forEach(Service::close);
    }
}
