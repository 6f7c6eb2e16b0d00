// Room: sandbox / IAM Identity. Its refusals.
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;

/** The ways in which IAM Identity says no. Where IBM's code isn't published it is ours (errors.md §3). */
final class IdentityRefusals {
    private IdentityRefusals() {}

    static Refusal invalid(String property, String why) {
        return Refusal.of(Problem.INVALID, "Validation of property '" + property + "' failed: " + why)
                .about(property);
    }

    static Refusal locked(String type, String id) {
        return Refusal.of(Problem.LOCKED, "The " + type + " is locked and can't be changed or deleted")
                .details("Object Type: '" + type + "' with ID: '" + id + "' is locked. Unlock it first.");
    }

    static Refusal notDeletable(String type, String id, String why) {
        return Refusal.of(Problem.CONFLICT, "Unable to delete object")
                .code("delete_not_possible")
                .messageCode("BXNIM0105E")
                .details("Object Type: '" + type + "' with ID: '" + id + "': " + why);
    }

    static Refusal limitReached(String what, int limit) {
        return Refusal.of(
                        Problem.INVALID,
                        "You have reached the maximum number of allowed " + what + ", which is " + limit + ".")
                .code("limit_exceeded");
    }

    static Refusal notAuthorized(String why) {
        return Refusal.of(Problem.FORBIDDEN, "You are not authorized to use this API")
                .details(why);
    }
}
