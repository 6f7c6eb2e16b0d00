// Room: sandbox / resources.
package io.lanyard.sandbox.services.resources;

/**
 * Hears of the instances of one service: that is how a data plane begins and ends. Both methods run under the account's lock,
 * often on an I/O thread, and must not block.
 */
public interface InstanceListener {
    /** An instance was made. */
    default void made(ServiceInstance instance) {}

    /** An instance is gone for good: deleted with a free plan, or at the end of its wait. */
    default void removed(ServiceInstance instance) {}
}
