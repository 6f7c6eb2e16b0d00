// Room: sandbox / roles. The refusals that roles and policies share, by the codes that their API knows (errors.md §4).
package io.lanyard.sandbox.services.roles;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;

/** The ways in which access management says no. */
public final class AccessRefusals {
    private AccessRefusals() {}

    /** Says what is wrong with a body; {@code field} is its path, as in {@code resource.attributes[1].value}. */
    public static Refusal invalidBody(String field, String message) {
        return Refusal.of(Problem.INVALID, message).code("invalid_body").about(field);
    }

    /** Says what is wrong with a query parameter. */
    public static Refusal invalidParameter(String parameter, String why) {
        return Refusal.of(Problem.BAD_REQUEST, "The query parameter '" + parameter + "' is wrong: " + why + ".")
                .about(parameter);
    }

    /** Says that a well-formed request asks for something that can't be done. */
    public static Refusal notProcessed(String message) {
        return Refusal.of(Problem.INVALID, message).code("request_not_processed");
    }

    /** Refuses an account that doesn't exist as one where the caller has no rights. */
    public static Refusal foreignAccount() {
        return Refusal.of(Problem.FORBIDDEN, "You are not allowed to manage access in this account.");
    }
}
