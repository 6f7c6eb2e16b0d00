// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.Optional;

/** Asks the guard on behalf of calls, records what it said, and refuses where it denied. */
final class Judge {
    private final Guard guard;
    private final boolean enforcing;

    Judge(Guard guard, boolean enforcing) {
        this.guard = guard;
        this.enforcing = enforcing;
    }

    /** Asks without recording it, but for what is to be told of a foreign token: once, for however many things one call asks. */
    boolean permits(Call call, String action, Target target) {
        var judgement = guard.judge(call.caller(), action, target);
        if (judgement.screening() != Guard.Screening.UNTOLD && call.screened().add(target.account())) {
            note(call, call.caller(), action, target, judgement);
        }
        return judgement.permitted() || !enforcing;
    }

    void require(Call call, String action, Target target) {
        record(call, action, target, guard.judge(call.caller(), action, target));
    }

    /** Judges for somebody, records it, and leaves what follows from it to the caller. */
    boolean decide(Call call, Caller caller, String action, Target target, Optional<String> reason) {
        var judgement = guard.barred(caller, target.account())
                .map(Guard.Judgement::refused)
                .or(() -> reason.map(why -> held(caller, target, why)))
                .orElseGet(() -> guard.judge(caller, action, target));
        note(call, caller, action, target, judgement);
        return judgement.permitted() || !enforcing;
    }

    /** Records under this call what an earlier one decided, or decides now when nothing was recorded then. */
    boolean recall(Call call, String earlier, String action, Target target) {
        var verdicts = Verdicts.of(target.account());
        verdicts.of(earlier).stream()
                .filter(verdict ->
                        verdict.action().equals(action) && verdict.attributes().equals(target.attributes()))
                .findFirst()
                .ifPresentOrElse(
                        found -> verdicts.add(found.recalledIn(
                                call.transactionId(), call.route().operation())),
                        () -> decide(call, call.caller(), action, target, Optional.empty()));
        return !enforcing;
    }

    void deny(Call call, Caller caller, String action, Target target, String reason) {
        note(call, caller, action, target, Guard.Judgement.refused(reason));
    }

    /** What is held without a policy is screened as what a policy gives: a foreign token is foreign either way. */
    private Guard.Judgement held(Caller caller, Target target, String why) {
        return guard.screened(caller, target.account(), Guard.Judgement.held(why));
    }

    private void note(Call call, Caller caller, String action, Target target, Guard.Judgement judgement) {
        var account = target.account();
        Verdicts.of(account)
                .add(new Verdict(
                        call.transactionId(),
                        account.id(),
                        account.now(),
                        call.route().operation(),
                        caller.iamId(),
                        action,
                        target.attributes(),
                        judgement));
        if (judgement.screening() != Guard.Screening.UNTOLD) {
            call.screened().add(account);
            ExternalEvent.of(call, caller).leave(action, target, judgement.screening());
        }
        if (judgement.permitted()) {
            judgement.decision().ifPresent(decision -> guard.used(account, decision));
        }
    }

    /** Judges what a route needs; what is held without a policy counts unless the caller is barred from the account. */
    void demand(Call call, String action) {
        var route = call.route();
        var judgement = guard.barred(call.caller(), call.account())
                .map(Guard.Judgement::refused)
                .or(() -> route.exemption().apply(call).map(why -> held(call.caller(), call.target(), why)))
                .orElseGet(() -> guard.judge(call.caller(), action, call.target()));
        record(call, action, call.target(), judgement);
    }

    /** Refuses a caller who is barred from the account, on a route that needs no action: a list, say. */
    void admit(Call call) {
        guard.barred(call.caller(), call.account()).filter(reason -> enforcing).ifPresent(reason -> {
            throw Refusal.of(Problem.FORBIDDEN, "You are not authorized to use this API")
                    .details("Not permitted: " + reason + ".");
        });
    }

    private void record(Call call, String action, Target target, Guard.Judgement judgement) {
        note(call, call.caller(), action, target, judgement);
        if (!judgement.permitted() && enforcing) {
            throw Refusal.of(Problem.FORBIDDEN, "You are not authorized to use this API")
                    .details("The action " + action + " is not permitted; why: GET /sandbox/v1/decisions/"
                            + call.transactionId())
                    .header("Sandbox-Decision", "/sandbox/v1/decisions/" + call.transactionId());
        }
    }
}
