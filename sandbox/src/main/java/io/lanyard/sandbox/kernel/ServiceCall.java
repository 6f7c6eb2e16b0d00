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
 */
public record ServiceCall(Caller caller, String transactionId, String operation, Guard guard) {

    /** Makes the call of a service that comes with nothing but its name: what it may do, authorizations say. */
    public static ServiceCall of(String serviceCrn, String name, String accountId, String transactionId, Guard guard) {
        var caller = Caller.of("crn-" + serviceCrn, name, accountId, "s2s-authorization");
        return new ServiceCall(caller, transactionId, name, guard);
    }

    /** Tells whether it may, and records the verdict in the account of the target. */
    public boolean may(String action, Target target) {
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
        Optional.of(judgement)
                .filter(Guard.Judgement::permitted)
                .flatMap(Guard.Judgement::decision)
                .ifPresent(decision -> guard.used(account, decision));
        return judgement.permitted();
    }
}
