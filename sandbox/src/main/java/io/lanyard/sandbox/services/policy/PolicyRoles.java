// Room: sandbox / policy management. Which roles a policy can carry, given what it is about.
package io.lanyard.sandbox.services.policy;

import io.lanyard.policy.decision.ServiceKinds;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import io.lanyard.sandbox.services.roles.AccountRoles;
import io.lanyard.sandbox.services.roles.DefinedRole;
import io.lanyard.sandbox.state.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the roles of a policy among those of its services. */
final class PolicyRoles {
    private PolicyRoles() {}

    /** The services that a policy is about; none when it is about all that aren't account management. */
    static Collection<String> servicesOf(PolicyBody body) {
        Optional<String> service = body.resourceValue("serviceName");
        if (service.isPresent()) {
            return List.of(service.get());
        }
        if (body.resourceValue("service_group_id").isPresent()) {
            return new TreeSet<>(ServiceKinds.iam());
        }
        return body.resourceValue("serviceType")
                        .filter("platform_service"::equals)
                        .isPresent()
                ? new TreeSet<>(ServiceKinds.accountManagement())
                : List.of();
    }

    /** Refuses roles that don't exist for the policy's services, and names those that do. */
    static void check(Account account, PolicyBody body) {
        var roles = AccountRoles.of(account);
        Collection<String> services = servicesOf(body);
        for (String id : body.roles()) {
            boolean delegates = body.authorization() && AccountRoles.delegator(id);
            if (!delegates && roles.find(services, id).isEmpty()) {
                throw unknown(id, services, roles.namesFor(services));
            }
        }
    }

    /** All actions that the policy's roles permit. */
    static List<String> actionsOf(Account account, PolicyBody body) {
        Collection<String> services = servicesOf(body);
        List<String> actions = new ArrayList<>();
        for (String id : body.roles()) {
            AccountRoles.of(account)
                    .find(services, id)
                    .map(DefinedRole::actions)
                    .ifPresent(actions::addAll);
            if (AccountRoles.delegator(id)) {
                actions.add("iam.delegationPolicy.create");
            }
        }
        return actions;
    }

    private static Refusal unknown(String id, Collection<String> services, List<String> names) {
        String about = services.size() == 1
                ? services.iterator().next()
                : services.isEmpty() ? "all IAM-enabled services" : "account management services";
        String typed = id.substring(id.lastIndexOf(':') + 1);
        String hint = Words.closest(typed, names)
                .map(close -> " Did you mean " + close + "?")
                .orElse("");
        return AccessRefusals.invalidBody(
                "roles",
                "The role '" + Words.shown(id) + "' doesn't exist for " + about + ". Its roles are "
                        + String.join(", ", names) + "." + hint);
    }
}
