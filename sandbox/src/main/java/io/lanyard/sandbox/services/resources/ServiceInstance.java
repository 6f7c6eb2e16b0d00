// Room: sandbox / resources. An instance of a service as the sandbox keeps it.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.state.Account;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance of a service. A deleted one stays readable.
 *
 * @param guid the instance's part of CRNs and policies
 * @param accountId the account it belongs to
 * @param name its name, not unique
 * @param groupId its resource group
 * @param plan what it is an instance of
 * @param place a region, or {@code global}
 * @param parameters what its service was told; never changed in place
 * @param allowCleanup whether the service may clean up
 * @param state {@code active}, {@code pending_reclamation} or {@code removed}
 * @param locked whether it refuses change and removal
 * @param created when and by whom
 * @param updated when and by whom last
 * @param deleted when and by whom, once it was
 * @param reclaimed when it ends, while it waits for that
 * @param restored when and by whom it came back last
 * @param trouble why it never came to work, where it didn't
 */
public record ServiceInstance(
        String guid,
        String accountId,
        String name,
        String groupId,
        Plan plan,
        String place,
        JsonObject parameters,
        boolean allowCleanup,
        State state,
        boolean locked,
        Stamp created,
        Stamp updated,
        Optional<Stamp> deleted,
        Optional<Instant> reclaimed,
        Optional<Stamp> restored,
        Optional<String> trouble) {

    /** How far an instance is. */
    public enum State {
        /** Made, but not at work yet. */
        PROVISIONING,
        /** At work. */
        ACTIVE,
        /** Never came to work. */
        FAILED,
        /** Deleted, and waiting for its end. */
        PENDING_RECLAMATION,
        /** Gone. */
        REMOVED
    }

    /**
     * Something that somebody did.
     *
     * @param at when
     * @param by the IAM id of who did it
     */
    public record Stamp(Instant at, String by) {}

    /** Makes a new one, which is at work. */
    static ServiceInstance made(
            Account account,
            String name,
            String groupId,
            Plan plan,
            String place,
            JsonObject parameters,
            boolean allowCleanup,
            boolean locked,
            Stamp by) {
        return new ServiceInstance(
                account.ids().uuid(),
                account.id(),
                name,
                groupId,
                plan,
                place,
                parameters,
                allowCleanup,
                State.ACTIVE,
                locked,
                by,
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns its cloud resource name, which is its id in the API. */
    public String crn() {
        return "crn:v1:bluemix:public:" + plan.service() + ":" + place + ":a/" + accountId + ":" + guid + "::";
    }

    /** Tells whether it is there: not deleted, and not a failure. */
    public boolean isThere() {
        return state == State.ACTIVE || state == State.PROVISIONING;
    }

    boolean isDeleted() {
        return state == State.PENDING_RECLAMATION || state == State.REMOVED;
    }

    ServiceInstance changed(String newName, Plan newPlan, JsonObject newParameters, boolean cleanup, Stamp by) {
        return new ServiceInstance(
                guid,
                accountId,
                newName,
                groupId,
                newPlan,
                place,
                newParameters,
                cleanup,
                state,
                locked,
                created,
                by,
                deleted,
                reclaimed,
                restored,
                trouble);
    }

    ServiceInstance lockedAs(boolean nowLocked, Stamp by) {
        return new ServiceInstance(
                guid,
                accountId,
                name,
                groupId,
                plan,
                place,
                parameters,
                allowCleanup,
                state,
                nowLocked,
                created,
                by,
                deleted,
                reclaimed,
                restored,
                trouble);
    }

    ServiceInstance waiting(Instant until, Stamp by) {
        return in(State.PENDING_RECLAMATION, by, Optional.of(by), Optional.of(until), restored);
    }

    ServiceInstance removed(Stamp by) {
        return in(State.REMOVED, by, Optional.of(by), Optional.empty(), restored);
    }

    ServiceInstance provisioned(State now, Optional<String> why) {
        return new ServiceInstance(
                guid,
                accountId,
                name,
                groupId,
                plan,
                place,
                parameters,
                allowCleanup,
                now,
                locked,
                created,
                updated,
                deleted,
                reclaimed,
                restored,
                why);
    }

    ServiceInstance back(Stamp by) {
        return in(
                trouble.isEmpty() ? State.ACTIVE : State.FAILED,
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.of(by));
    }

    private ServiceInstance in(
            State newState, Stamp by, Optional<Stamp> gone, Optional<Instant> until, Optional<Stamp> returned) {
        return new ServiceInstance(
                guid,
                accountId,
                name,
                groupId,
                plan,
                place,
                parameters,
                allowCleanup,
                newState,
                locked,
                created,
                by,
                gone,
                until,
                returned,
                trouble);
    }
}
