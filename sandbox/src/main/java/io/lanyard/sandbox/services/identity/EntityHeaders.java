// Room: sandbox / IAM Identity. The headers that make a new entity locked or disabled from its start.
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Call;

/** Reads {@code Entity-Lock} and {@code Entity-Disable}. */
final class EntityHeaders {
    private EntityHeaders() {}

    static boolean lock(Call call) {
        return flag(call, "Entity-Lock");
    }

    static boolean disable(Call call) {
        return flag(call, "Entity-Disable");
    }

    private static boolean flag(Call call, String header) {
        String value = call.header(header).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw IdentityRefusals.invalid(header, "the header can be true or false.");
        }
        return value.equals("true");
    }
}
