// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.registry.catalog.Namespace;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.User;
import java.util.Optional;

/** Who may do what in the registry: what policies are matched against, and when they are not asked at all. */
public final class RegistryRights {
    /** The service's name in policies and CRNs. */
    public static final String SERVICE = "container-registry";

    private static final String PRIVATE_ONLY =
            "Private-only access is enabled on this account, but this request was over the public network. "
                    + "You must access this account over the private network";

    private RegistryRights() {}

    /** Returns the account's registry as a target: for what configures the service, so without a resource. */
    public static Target service(Account account, String region) {
        var target = Target.in(account, SERVICE);
        var crn = "crn:v1:bluemix:public:" + SERVICE + ":" + region + ":a/" + account.id() + ":::";
        return (region.equals("global") ? target.with("geography", "global") : target.with("region", region))
                .named(crn, "");
    }

    /** Returns a namespace as a target, whether it exists or not. */
    public static Target namespace(Account account, String region, String name, Optional<Namespace> found) {
        var target = service(account, region)
                .resource("namespace", name)
                .named(
                        "crn:v1:bluemix:public:" + SERVICE + ":" + region + ":a/" + account.id() + "::namespace:"
                                + name,
                        name);
        return found.flatMap(Namespace::resourceGroup)
                .map(group -> target.with("resourceGroupId", group))
                .orElse(target);
    }

    /**
     * Says why no policy is asked: enforcement is off, as in accounts from before 4 October 2018 that never switched it on, and
     * the caller is a member of the account that owns the registry. Strangers gain nothing from that.
     */
    public static Optional<String> withoutPolicies(Caller caller, Account account, String region) {
        return RegistryAccount.of(account).in(region).iamAuthz() || !isMember(caller, account)
                ? Optional.empty()
                : Optional.of("IAM policies are not enforced in the registry of " + region + " for account "
                        + account.id() + ", and " + caller.iamId() + " is a member of it");
    }

    private static boolean isMember(Caller caller, Account account) {
        return switch (caller.kind()) {
            case USER ->
                account.users().find(caller.iamId()).filter(User::active).isPresent();
            case SERVICE_ID ->
                account.serviceIds()
                        .find(caller.iamId().substring("iam-".length()))
                        .isPresent();
            case PROFILE, CRN -> caller.actsIn(account.id());
            case NOBODY -> false;
        };
    }

    /** Tells whether the caller may; for filtering lists, so nothing is recorded. */
    public static boolean may(Call call, String action, Target target) {
        return withoutPolicies(call.caller(), target.account(), call.region()).isPresent()
                || call.permits(action, target);
    }

    /** Refuses requests over the public network to accounts that allow the private one alone. */
    public static void network(Call call, Account account) {
        if (RegistryAccount.of(account).in(call.region()).privateOnly()
                && !call.request().origin().contains("//private.")) {
            throw Refusal.of(Problem.FORBIDDEN, PRIVATE_ONLY);
        }
    }
}
