// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.Optional;

/**
 * What a service does to another one by itself, as Activity Tracker does when it delivers: no client waits for it, and yet it is
 * judged and recorded as any call is.
 *
 * @param caller the service, or the identity whose API key it was given
 * @param transactionId the verdicts are found under it
 * @param operation what it does, for the verdicts
 * @param guard the judge
 * @param enforcing whether a denial denies; otherwise it is recorded only
 */
public record ServiceCall(Caller caller, String transactionId, String operation, Guard guard, boolean enforcing) {
    /** Where services call from: an address list of an account must include it when one logs in with a key. */
    public static final String ADDRESS = "166.9.0.1";

    /** Makes an enforced call of a service that comes with nothing but its name: what it may do, authorizations say. */
    public static ServiceCall of(String serviceCrn, String name, String accountId, String transactionId, Guard guard) {
        return new ServiceCall(caller(serviceCrn, name, accountId), transactionId, name, guard, true);
    }

    /** A service that comes with nothing but its name. */
    public static Caller caller(String serviceCrn, String name, String accountId) {
        return Caller.of("crn-" + serviceCrn, name, accountId, "s2s-authorization");
    }

    /**
     * Says why it may not go on; empty when it may: it is permitted, or nothing is enforced. Records the verdict in the account of the
     * target, and leaves there what is to be told of a token of another account.
     *
     * @param usually what to say of a service that no authorization lets in
     */
    public Optional<String> denial(String action, Target target, String usually) {
        var account = target.account();
        var judgement = guard.barred(caller, account)
                .map(Guard.Judgement::refused)
                .orElseGet(() -> guard.judge(caller, action, target));
        Verdicts.of(account)
                .add(new Verdict(
                        transactionId,
                        account.id(),
                        account.now(),
                        operation,
                        caller.iamId(),
                        action,
                        target.attributes(),
                        judgement));
        new ExternalEvent(transactionId, caller, ADDRESS, AuditTrail.NO_AGENT)
                .leave(action, target, judgement.screening());
        if (judgement.permitted()) {
            judgement.decision().ifPresent(decision -> guard.used(account, decision));
        }
        return judgement.permitted() || !enforcing ? Optional.empty() : Optional.of(why(judgement, action, usually));
    }

    private String why(Guard.Judgement judgement, String action, String usually) {
        if (judgement.decision().isEmpty()) {
            return judgement.reason();
        }
        return caller.kind() == Caller.Kind.CRN
                ? usually
                : caller.iamId() + " has no policy that permits " + action + ".";
    }
}
