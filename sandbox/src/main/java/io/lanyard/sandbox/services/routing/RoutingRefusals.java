// Room: sandbox / routing. What event routing refuses, in the words of IBM's troubleshooting pages
// (services/activity-tracker.md §5).
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Words;
import java.util.List;

/** The catalogue. Where a code or sentence of IBM's isn't known, it follows the pattern of those that are. */
final class RoutingRefusals {
    private RoutingRefusals() {}

    /** A field has a value that can't be; IBM names fields as its own source does ({@code CosEndpoint.APIKey}). */
    static Refusal invalid(String field, String why) {
        return Refusal.of(
                        Problem.INVALID,
                        "Your request has failed because the value of " + field
                                + " is not valid. Set a valid value in your target request and try again.")
                .code("invalid_value")
                .details(why)
                .about(field);
    }

    static Refusal regionNotAllowed(String requested, List<String> permitted) {
        return Refusal.of(
                        Problem.INVALID,
                        "Your request has failed due to the region requested not being permitted. Requested: "
                                + requested + ", Permitted: [" + String.join(" ", permitted) + "]")
                .code("region_not_allowed");
    }

    /** Too many of something in something: rules per route, default_targets per setting. */
    static Refusal limit(String what, int limit) {
        return Refusal.of(
                        Problem.INVALID, "Your request has failed because " + what + " limit " + limit + " is reached.")
                .code("invalid_value");
    }

    static Refusal tooManyTargets() {
        return Refusal.of(
                        Problem.INVALID,
                        "You have reached the limit of targets that you can define in your account."
                                + " Remove unused targets, then try again.")
                .code("target_limit_reached");
    }

    /** A route or a setting names a target that isn't there, or names it by its name. */
    static Refusal unknownTarget(String id) {
        return Refusal.of(
                        Problem.NOT_FOUND,
                        "Your request has failed because the target id " + Words.shown(id) + " is not valid.")
                .code("not_found");
    }

    static Refusal noSuchTarget() {
        return Refusal.of(Problem.NOT_FOUND, "The target id specified in `target_id` field is not found.")
                .code("not_found");
    }

    static Refusal noSuchRoute() {
        return Refusal.of(Problem.NOT_FOUND, "The route id specified in `route_id` field is not found.")
                .code("not_found");
    }

    /** A target that is used can't go (code inferred). */
    static Refusal inUse(String by) {
        return Refusal.of(Problem.CONFLICT, "Your request has failed because the target is used by " + by + ".")
                .code("target_in_use")
                .details("Take the target out of there, then delete it.");
    }

    /** A write test didn't get through. */
    static Refusal notWritten(Failure failure) {
        var decision = "/sandbox/v1/decisions/" + failure.transactionId();
        return Refusal.of(Problem.INVALID, failure.sentence())
                .code(failure.code())
                .details(failure.why()
                        + (failure.denied() ? (failure.why().endsWith(".") ? "" : ".") + " Why: GET " + decision : ""))
                .header("Sandbox-Decision", decision);
    }
}
