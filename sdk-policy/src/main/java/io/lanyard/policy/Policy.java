package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.policy.wire.PolicyV2;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Policy: a grant that the service holds. Version 1 and version 2 of the API are two ways to write the same thing; this is it.
 *
 * <p>A policy whose shape is not understood doesn't break a list: what could be read is here, and {@link #unknown()} holds
 * the whole of it as it came.
 *
 * @param id its id
 * @param grant what it says
 * @param state whether it counts
 * @param roleDetails the roles with their names and, when asked for with {@code format=display}, their actions
 * @param href where it is; a version 2 policy in a version 1 list is a placeholder that points to its real place
 * @param createdAt when it was made
 * @param createdById the IAM id of who made it
 * @param lastModifiedAt when it was last changed
 * @param lastModifiedById the IAM id of who changed it
 * @param lastPermitAt when it last permitted something; only when asked for with {@code format=include_last_permit}
 * @param lastPermitFrequency how often it did
 * @param template which enterprise template it comes from
 * @param unknown its JSON, when the shape was not understood
 */
@JsonAdapter(value = PolicyV2.class, nullSafe = false) // a null in a list is one more odd policy
public record Policy(
        PolicyId id,
        Grant grant,
        PolicyState state,
        List<RoleDetail> roleDetails,
        Optional<String> href,
        Optional<Instant> createdAt,
        Optional<String> createdById,
        Optional<Instant> lastModifiedAt,
        Optional<String> lastModifiedById,
        Optional<Instant> lastPermitAt,
        Optional<Long> lastPermitFrequency,
        Optional<TemplateOrigin> template,
        Optional<String> unknown) {

    /** Copies the list. */
    public Policy {
        roleDetails = List.copyOf(roleDetails);
    }

    /**
     * Makes an active policy that no service has seen yet, for {@code decision} and for tests.
     *
     * @param id its id
     * @param grant what it says
     * @return the policy
     */
    public static Policy of(PolicyId id, Grant grant) {
        return new Policy(
                id,
                grant,
                PolicyState.ACTIVE,
                grant.roles().stream().map(RoleDetail::of).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** {@return whether it is for identities or from service to service} */
    public PolicyType type() {
        return grant.type();
    }

    /** {@return who gets access} */
    public Subject subject() {
        return grant.subject();
    }

    /** {@return which roles it grants} */
    public List<RoleId> roles() {
        return grant.roles();
    }

    /** {@return on what} */
    public Resource resource() {
        return grant.resource();
    }

    /** {@return when; always, if empty} */
    public Optional<Condition> condition() {
        return grant.condition();
    }

    /** {@return why} */
    public Optional<String> description() {
        return grant.description();
    }

    /** {@return whether it counts} */
    public boolean isActive() {
        return state.equals(PolicyState.ACTIVE);
    }

    /** {@return whether this only stands for a version 2 policy in a version 1 list, and says nothing itself} */
    public boolean isPlaceholder() {
        return roles().stream().anyMatch(role -> role.name().equals("UnsupportedVersion"));
    }

    /**
     * Says the same policy with another grant.
     *
     * @param changed what it shall say
     * @return the policy
     */
    public Policy withGrant(Grant changed) {
        return new Policy(
                id,
                changed,
                state,
                changed.roles().stream().map(this::detail).toList(),
                href,
                createdAt,
                createdById,
                lastModifiedAt,
                lastModifiedById,
                lastPermitAt,
                lastPermitFrequency,
                template,
                unknown);
    }

    private RoleDetail detail(RoleId role) {
        return roleDetails.stream()
                .filter(known -> known.roleId().equals(role))
                .findFirst()
                .orElseGet(() -> RoleDetail.of(role));
    }
}
