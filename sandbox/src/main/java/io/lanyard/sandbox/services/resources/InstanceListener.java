// Room: sandbox / resources.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;

/**
 * Hears of the instances of one service: that is how a data plane begins and ends. Both methods run under the account's lock,
 * often on an I/O thread, and must not block.
 */
public interface InstanceListener {
    /** An instance was made. */
    default void made(ServiceInstance instance) {}

    /**
     * Says what a key of an instance tells about the way to it: addresses, and what goes with them. Asked before the key is made.
     *
     * @throws io.lanyard.sandbox.kernel.Refusal when there is no way, and so no key
     */
    default JsonObject connection(Call call, ServiceInstance instance) {
        return new JsonObject();
    }

    /** An instance is gone for good: deleted with a free plan, or at the end of its wait. */
    default void removed(ServiceInstance instance) {}
}
