// Room: sandbox / resources.
package io.lanyard.sandbox.services.resources;

import io.lanyard.sandbox.state.Directory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who hears of instances; one listener for each service, the same for all accounts of a server. */
public final class InstanceListeners {
    private static final InstanceListener NOBODY = new InstanceListener() {};

    private final Map<String, InstanceListener> listeners = new ConcurrentHashMap<>();

    private InstanceListeners() {}

    /** Returns those of a server. */
    public static InstanceListeners of(Directory directory) {
        return directory.part(InstanceListeners.class, InstanceListeners::new);
    }

    /** Tells this listener of the instances of a service from now on, such as {@code messagehub}. */
    public void tell(String service, InstanceListener listener) {
        if (listeners.putIfAbsent(service, listener) != null) {
            throw new IllegalStateException("somebody hears of the instances of " + service + " already");
        }
    }

    /** Finds the one that hears of the instances of a service. */
    public Optional<InstanceListener> of(String service) {
        return Optional.ofNullable(listeners.get(service));
    }

    /** Returns the one that hears of an instance. */
    InstanceListener hearing(ServiceInstance instance) {
        return of(instance.plan().service()).orElse(NOBODY);
    }
}
