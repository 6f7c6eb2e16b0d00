// Room: sandbox / policy management. The judge of all calls: the decision engine over an account's policies.
package io.lanyard.sandbox.services.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import io.lanyard.policy.decision.Decision;
import io.lanyard.policy.decision.Deny;
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
    private final SourceGroup sourceGroup;

    /** Judges; asks this one where an instance that acts for its service belongs. */
    public PolicyGuard(SourceGroup sourceGroup) {
        this.sourceGroup = sourceGroup;
    }

    /** Finds the resource group of a service instance, by its account and its GUID. */
    public interface SourceGroup {
        /** Returns the group's id; empty when the instance isn't known. */
        Optional<String> of(Account account, String guid);
    }

    @Override
    public Judgement judge(Caller caller, String action, Target target) {
        var account = target.account();
        var barred = barred(caller, account);
        if (barred.isPresent()) {
            return Judgement.refused(barred.get());
        }
        var request =
                who(caller, account).perform(action).on(target.attributes()).at(account.now());
        var decision = AccessRules.of(account).snapshot().decide(request);
        return screened(caller, account, Judgement.decided(lookingHome(caller, account, decision)));
    }

    private Request who(Caller caller, Account account) {
        if (!caller.known()) {
            return Request.mayAnybody();
        }
        var who = Request.may(IamId.of(caller.iamId()));
        return caller.kind() != Caller.Kind.CRN
                ? caller.accountId()
                        .map(home -> who.loggedInTo(AccountId.of(home)))
                        .orElse(who)
                : home(caller, account)
                        .flatMap(home -> sourceGroup.of(home, instance(caller)))
                        .map(group -> who.caller("resourceGroupId", group))
                        .orElse(who);
    }

    /** A service that was denied may have its authorization in its own account, where it has no effect. */
    private static Decision lookingHome(Caller caller, Account account, Decision decision) {
        return decision instanceof Deny deny && caller.kind() == Caller.Kind.CRN && !caller.actsIn(account.id())
                ? home(caller, account)
                        .<Decision>map(
                                home -> deny.lookingInto(AccessRules.of(home).snapshot()))
                        .orElse(decision)
                : decision;
    }

    private static Optional<Account> home(Caller caller, Account account) {
        return caller.accountId().flatMap(account.world().directory()::account);
    }

    private static String instance(Caller caller) {
        return Crn.parse(caller.iamId().substring("crn-".length())).serviceInstance();
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
        return "policies permit it, but "
                + caller.accountId()
                        .map(id -> "the token is from account " + id)
                        .orElse("there is no token, which would be from an account")
                + ", and account " + account.id()
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
