// Room: sandbox / resources. An instance of a service as the sandbox keeps it.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.state.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

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
        return but(by, now -> {
            now.name = newName;
            now.plan = newPlan;
            now.parameters = newParameters;
            now.allowCleanup = cleanup;
        });
    }

    ServiceInstance lockedAs(boolean nowLocked, Stamp by) {
        return but(by, now -> now.locked = nowLocked);
    }

    ServiceInstance waiting(Instant until, Stamp by) {
        return but(by, now -> {
            now.state = State.PENDING_RECLAMATION;
            now.deleted = Optional.of(by);
            now.reclaimed = Optional.of(until);
        });
    }

    ServiceInstance removed(Stamp by) {
        return but(by, now -> {
            now.state = State.REMOVED;
            now.deleted = Optional.of(by);
            now.reclaimed = Optional.empty();
        });
    }

    /** What its service made of it; nobody did that. */
    ServiceInstance provisioned(State came, Optional<String> why) {
        return but(updated, now -> {
            now.state = came;
            now.trouble = why;
        });
    }

    ServiceInstance back(Stamp by) {
        return but(by, now -> {
            now.state = trouble.isEmpty() ? State.ACTIVE : State.FAILED;
            now.deleted = Optional.empty();
            now.reclaimed = Optional.empty();
            now.restored = Optional.of(by);
        });
    }

    private ServiceInstance but(Stamp by, Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.instance(by);
    }

    /** An instance while it changes, because a record of sixteen parts is long to copy by hand. */
    private static final class Draft {
        private final ServiceInstance before;
        private String name;
        private Plan plan;
        private JsonObject parameters;
        private boolean allowCleanup;
        private State state;
        private boolean locked;
        private Optional<Stamp> deleted;
        private Optional<Instant> reclaimed;
        private Optional<Stamp> restored;
        private Optional<String> trouble;

        Draft(ServiceInstance before) {
            this.before = before;
            name = before.name;
            plan = before.plan;
            parameters = before.parameters;
            allowCleanup = before.allowCleanup;
            state = before.state;
            locked = before.locked;
            deleted = before.deleted;
            reclaimed = before.reclaimed;
            restored = before.restored;
            trouble = before.trouble;
        }

        ServiceInstance instance(Stamp by) {
            return new ServiceInstance(
                    before.guid,
                    before.accountId,
                    name,
                    before.groupId,
                    plan,
                    before.place,
                    parameters,
                    allowCleanup,
                    state,
                    locked,
                    before.created,
                    by,
                    deleted,
                    reclaimed,
                    restored,
                    trouble);
        }
    }
}
