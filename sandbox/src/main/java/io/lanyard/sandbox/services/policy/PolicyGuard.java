// Room: sandbox / policy management. The judge of all calls: the decision engine over an account's policies.
package io.lanyard.sandbox.services.policy;

import io.lanyard.core.IamId;
import io.lanyard.policy.decision.Decision;
import io.lanyard.policy.decision.Permit;
import io.lanyard.policy.decision.Request;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.external.ExternalAccess;
import io.lanyard.sandbox.services.external.ExternalAccess.State;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;

/** Judges by the policies of the target's account, at the time of that account's clock. */
public final class PolicyGuard implements Guard {
    @Override
    public Judgement judge(Caller caller, String action, Target target) {
        var account = target.account();
        var barred = barred(caller, account);
        if (barred.isPresent()) {
            return Judgement.refused(barred.get());
        }
        var who = caller.known() ? Request.may(IamId.of(caller.iamId())) : Request.mayAnybody();
        var request = who.perform(action).on(target.attributes()).at(account.now());
        return screened(
                caller,
                account,
                Judgement.decided(AccessRules.of(account).snapshot().decide(request)));
    }

    @Override
    public Judgement screened(Caller caller, Account account, Judgement judgement) {
        var external = ExternalAccess.of(account);
        var state = external.rule(caller).state();
        if (!judgement.permitted() || state == State.ENABLED || caller.actsIn(account.id())) {
            return judgement;
        }
        var outside = external.outside(caller);
        if (state == State.MONITOR) {
            return judgement.told(outside ? Screening.TOLD_DENY : Screening.TOLD_PERMIT);
        }
        return outside ? Judgement.refused(whyOutside(caller, account)).told(Screening.DENIED) : judgement;
    }

    private static String whyOutside(Caller caller, Account account) {
        return "policies permit it, but the token is from "
                + caller.accountId().map(id -> "account " + id).orElse("no account") + ", and account " + account.id()
                + " limits the interaction of external identities to its list of allowed accounts"
                + " (GET /v1/accounts/" + account.id() + "/settings/access_management)";
    }

    @Override
    public Optional<String> barred(Caller caller, Account account) {
        return caller.kind() == Caller.Kind.SERVICE_ID ? deleted(caller, account) : suspended(caller, account);
    }

    /** A token outlives the service ID it was issued to; the rights of a member don't. */
    private static Optional<String> deleted(Caller caller, Account account) {
        boolean gone = caller.actsIn(account.id())
                && account.serviceIds()
                        .find(caller.iamId().substring("iam-".length()))
                        .isEmpty();
        return gone
                ? Optional.of("the account has no service ID " + caller.iamId() + "; it may have been deleted")
                : Optional.empty();
    }

    private static Optional<String> suspended(Caller caller, Account account) {
        return account.users()
                .find(caller.iamId())
                .filter(user -> !user.active())
                .map(user -> "the user " + user.iamId() + " is " + user.state() + " in this account");
    }

    @Override
    public void used(Account account, Decision decision) {
        if (decision instanceof Permit permit) {
            permit.policy()
                    .ifPresent(policy ->
                            PolicyStore.of(account).permitted(policy.id().value()));
        }
    }
}
