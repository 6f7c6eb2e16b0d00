// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the audit event of a call into the journal of the account it concerns. */
final class AuditTrail {
    /** What stands for the client program where there is none, or where it doesn't say. */
    static final String NO_AGENT = "Not Set";

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Set<String> DELETIONS = Set.of("delete", "remove");

    private AuditTrail() {}

    static void leave(Call call, int status, Optional<Refusal> failure) {
        var draft = call.event();
        draft.second().ifPresent(second -> leave(call, second, second.account(), status, failure));
        leave(call, draft, call.concerned(), status, failure);
    }

    private static void leave(
            Call call, EventDraft draft, Optional<Account> account, int status, Optional<Refusal> failure) {
        var action = draft.action().orElse(call.route().leaves());
        if (action == null || draft.skipped() || account.isEmpty()) {
            return;
        }
        var caller = draft.caller().orElse(call.caller());
        var name = Brief.of(
                draft.name().or(() -> call.maybeTarget().flatMap(Target::name)).orElse(""));
        var service = call.route().service();
        var crn = draft.crn()
                .or(() -> call.maybeTarget().flatMap(Target::crn))
                .orElse("crn:v1:bluemix:public:" + service.name() + "::a/"
                        + account.get().id() + ":::");
        var why = failure.map(Refusal::message).map(Brief::of).or(draft::failure);
        if (status == 403) {
            name(draft, action, name);
        }
        var event = new AuditEvent(
                nextNumber(),
                action,
                message(service.displayName(), action, name, why.isPresent()),
                account.get().now(),
                call.transactionId(),
                draft.isData(),
                why.isPresent() ? "failure" : "success",
                Severity.of(action, status, why.isPresent()),
                status,
                why,
                initiator(
                        call,
                        caller,
                        failure.filter(f -> f.status() == 401 || f.status() == 403)
                                .isPresent()),
                new AuditEvent.Target(crn, name, typeUri(action), service.name() + ".cloud.ibm.com"),
                LogSource.of(call, draft, action, crn, account.get()),
                Map.copyOf(draft.requestData()),
                Map.copyOf(draft.responseData()));
        account.get().journal().add(event);
        call.leftIn(account.get().journal());
    }

    /** Who is refused never got as far as telling what it would have been done to (audit-events.md §3). */
    private static void name(EventDraft draft, String action, String name) {
        var verb = verb(action);
        if (!name.isEmpty() && (verb.equals("update") || DELETIONS.contains(verb))) {
            draft.requestData().putIfAbsent(verb.equals("update") ? "prev_instance_name" : "instance_name", name);
        }
    }

    /** The number of the next event. */
    static String nextNumber() {
        return Long.toString(NUMBERS.incrementAndGet());
    }

    /** Who it was; his name is left out where he was refused. */
    static AuditEvent.Initiator initiator(Call call, Caller caller, boolean refused) {
        return initiator(caller, refused, call.request().peer(), agent(call));
    }

    /** The client program, by its own words. */
    static String agent(Call call) {
        return call.header("User-Agent").orElse(NO_AGENT);
    }

    static AuditEvent.Initiator initiator(Caller caller, boolean refused, String peer, String agent) {
        return new AuditEvent.Initiator(
                caller.iamId(),
                refused ? "" : caller.name(),
                caller.authnId(),
                caller.authnName(),
                auditType(caller),
                caller.credential(),
                peer,
                Brief.of(agent));
    }

    private static String auditType(Caller caller) {
        return caller.kind() == Caller.Kind.USER
                ? "service/security/account/user"
                : caller.kind() == Caller.Kind.CRN || caller.kind() == Caller.Kind.NOBODY
                        ? "service/security/clientid"
                        : "service/security/account/" + caller.kind().auditType();
    }

    /** {@code iam-identity.account-serviceid.update} reads "update account-serviceid". */
    static String message(String service, String action, String name, boolean failed) {
        var verb = verb(action);
        var object = action.substring(
                action.indexOf('.') + 1, Math.max(action.indexOf('.') + 1, action.length() - verb.length() - 1));
        var text = service + ": " + verb + " " + object + (name.isEmpty() ? "" : " " + name);
        return failed ? text + " -failure" : text;
    }

    /** {@code iam-am.policy.create} has the type {@code iam-am/policy}; hyphens inside the object start an attribute. */
    static String typeUri(String action) {
        var parts = action.split("\\.", -1);
        return parts.length < 2 ? action : parts[0] + "/" + parts[1].replace('-', '/');
    }

    static String verb(String action) {
        return action.substring(action.lastIndexOf('.') + 1);
    }
}
