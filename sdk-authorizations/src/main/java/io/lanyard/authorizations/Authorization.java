package io.lanyard.authorizations;

import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleId;
import java.util.List;
import java.util.Optional;

/**
 * Authorizations: an authorization that IAM holds.
 *
 * @param policy     all of it, as the policy that it is
 * @param companions what was made sure of along with it, in the answers to create and ensure: see {@link Allowance#companions}
 */
public record Authorization(Policy policy, List<Authorization> companions) {

    /** Copies the list. */
    public Authorization {
        companions = List.copyOf(companions);
    }

    static Authorization of(Policy policy) {
        return new Authorization(policy, List.of());
    }

    /** {@return its id} */
    public PolicyId id() {
        return policy.id();
    }

    /** {@return which service acts} */
    public Source source() {
        return new Source(policy.subject());
    }

    /** {@return in which roles} */
    public List<RoleId> roles() {
        return policy.roles();
    }

    /** {@return on what} */
    public Resource resource() {
        return policy.resource();
    }

    /** {@return why} */
    public Optional<String> description() {
        return policy.description();
    }

    /** {@return whether the source may pass it on to the services that it depends on} */
    public boolean isDelegable() {
        return holds(RoleId.AUTHORIZATION_DELEGATOR);
    }

    /** {@return whether it counts} */
    public boolean isActive() {
        return policy.isActive();
    }

    /** Whether it grants a role, by whichever of the two names that IBM's pages have for it. */
    boolean holds(RoleId role) {
        return roles().stream().anyMatch(held -> held.name().equals(role.name()));
    }
}
