// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.Optional;

/**
 * One IBM Cloud service inside the sandbox: a table of routes and the shape of its errors. What it keeps, it keeps in the
 * accounts ({@link io.lanyard.sandbox.state.Account#part}), never in itself.
 */
public interface Service {
    /** Returns the service's name in CRNs and policies, such as {@code iam-identity}. */
    String name();

    /** Returns the name that audit messages start with, such as {@code IAM Identity Service}. */
    String displayName();

    /** Returns how it writes errors. */
    ErrorShape errors();

    /** Returns the kind of door its routes are behind. */
    default Plane plane() {
        return Plane.CONTROL;
    }

    /** Returns how requests of its plane are told apart, where method and path don't; the route's operation is the name then. */
    default Optional<Naming> naming() {
        return Optional.empty();
    }

    /** Declares its routes. */
    void routes(Routes routes);

    /** Lets go of what it holds outside of memory, when the server ends. */
    default void close() {}
}
