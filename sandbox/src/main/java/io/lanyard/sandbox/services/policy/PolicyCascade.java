// Room: sandbox / policy management. What goes with a service instance (policy-evaluation.md §10).
package io.lanyard.sandbox.services.policy;

import io.lanyard.sandbox.kernel.SystemEvent;
import io.lanyard.sandbox.state.Account;
import java.util.Map;

/**
 * Deletes policies when an instance has ended: those bound to it as a target; those that name it as the source, whoever created them;
 * and those that it created for services that depend on it (services/activity-tracker.md §7).
 */
public final class PolicyCascade {
    private static final String SERVICE = "crn-";

    private PolicyCascade() {}

    /**
     * Deletes what goes with the instance, in every account, and leaves an event for each policy in its account.
     *
     * @param home the instance's account
     * @param guid its GUID
     * @param crn its CRN
     * @param cause the transaction id of what ended it
     */
    public static void ended(Account home, String guid, String crn, String cause) {
        for (Account account : home.world().accounts()) {
            boolean own = account.equals(home);
            PolicyStore.of(account)
                    .remove(policy -> (own && isTarget(policy, guid)) || isOfSource(policy, guid))
                    .forEach(policy -> tell(account, policy, crn, cause));
        }
    }

    private static boolean isTarget(StoredPolicy policy, String guid) {
        return policy.body()
                .resourceValue("serviceInstance")
                .filter(value -> value.equals(guid) || value.endsWith(":" + guid + "::"))
                .isPresent();
    }

    private static boolean isOfSource(StoredPolicy policy, String guid) {
        var byIt = policy.createdBy().startsWith(SERVICE) && policy.createdBy().contains(":" + guid + ":");
        return byIt
                || policy.body()
                        .subjectValue("serviceInstance")
                        .filter(guid::equals)
                        .isPresent();
    }

    private static void tell(Account account, StoredPolicy policy, String crn, String cause) {
        SystemEvent.leave(
                account,
                "iam-am.policy.delete",
                "critical",
                "IAM Access Management: delete policy " + policy.id(),
                cause,
                policy.crn(),
                policy.id(),
                Map.of(
                        "type",
                        policy.body().type(),
                        "roles",
                        String.join(", ", policy.body().roles()),
                        "removed_with",
                        crn));
    }
}
