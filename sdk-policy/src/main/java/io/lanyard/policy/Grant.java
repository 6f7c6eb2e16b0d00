package io.lanyard.policy;

import io.lanyard.core.IamId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Policy: what a policy says: who, which roles, on what, when and why. It reads as a sentence,
 *
 * <pre>{@code
 * grant(READER)
 *     .to(robot.iamId())
 *     .on(containerRegistry(account).region("us-south").namespace("my_namespace"))
 *     .during(weekly(MONDAY, FRIDAY).from("09:00").to("17:00").at(UTC))
 *     .because("deploy windows, OPS-1234")
 * }</pre>
 *
 * and is the part of a {@link Policy} that a caller may write.
 *
 * @param type for an identity, or from service to service
 * @param subject who
 * @param roles which roles
 * @param resource on what
 * @param condition when; always, if empty
 * @param description why
 */
public record Grant(
        PolicyType type,
        Subject subject,
        List<RoleId> roles,
        Resource resource,
        Optional<Condition> condition,
        Optional<String> description) {

    /** Copies the list. */
    public Grant {
        roles = List.copyOf(roles);
    }

    /**
     * Begins a grant.
     *
     * @param roles the roles to grant; they add up and inherit nothing from each other
     * @return a grant that still wants its subject and target
     */
    public static Grant grant(RoleId... roles) {
        return new Grant(
                PolicyType.ACCESS, Subject.NONE, List.of(roles), Resource.NONE, Optional.empty(), Optional.empty());
    }

    /**
     * Grants to a user, a service ID or a trusted profile.
     *
     * @param identity its IAM id
     * @return the grant
     */
    public Grant to(IamId identity) {
        return to(Subject.identity(identity));
    }

    /**
     * Grants to the members of an access group.
     *
     * @param accessGroupId the group's id
     * @return the grant
     */
    public Grant toGroup(String accessGroupId) {
        return to(Subject.group(accessGroupId));
    }

    /**
     * Grants to everybody, people without an identity included.
     *
     * @return the grant
     */
    public Grant toEverybody() {
        return toGroup(Subject.PUBLIC_ACCESS);
    }

    /**
     * Grants to a service, which makes this an authorization.
     *
     * @param service the service, see {@link Subject#service}
     * @return the authorization
     */
    public Grant toService(Subject service) {
        return new Grant(PolicyType.AUTHORIZATION, service, roles, resource, condition, description);
    }

    /**
     * Grants to a subject as the service spells it.
     *
     * @param subject who
     * @return the grant
     */
    public Grant to(Subject subject) {
        return new Grant(type, subject, roles, resource, condition, description);
    }

    /**
     * Says on what.
     *
     * @param target on what
     * @return the grant
     */
    public Grant on(Target target) {
        return new Grant(type, subject, roles, target.resource(), condition, description);
    }

    /**
     * Says when.
     *
     * @param window when
     * @return the grant
     */
    public Grant during(TimeWindow window) {
        return new Grant(type, subject, roles, resource, Optional.of(window.condition()), description);
    }

    /**
     * Counts only where attributes of the resource are as the rule wants them.
     *
     * @param rule the rule, see {@link Rule#resource}
     * @return the grant
     */
    public Grant where(Rule rule) {
        return during(Condition.where(rule));
    }

    /**
     * Takes the condition away: the grant counts always.
     *
     * @return the grant
     */
    public Grant always() {
        return new Grant(type, subject, roles, resource, Optional.empty(), description);
    }

    /**
     * Says why; the service keeps it as the policy's description.
     *
     * @param reason why
     * @return the grant
     */
    public Grant because(String reason) {
        return new Grant(type, subject, roles, resource, condition, Optional.of(reason));
    }

    /**
     * Replaces the roles.
     *
     * @param roles the roles it shall grant from now on
     * @return the grant
     */
    public Grant withRoles(RoleId... roles) {
        return withRoles(List.of(roles));
    }

    /**
     * Replaces the roles.
     *
     * @param roles the roles it shall grant from now on
     * @return the grant
     */
    public Grant withRoles(List<RoleId> roles) {
        return new Grant(type, subject, roles, resource, condition, description);
    }

    /**
     * Adds roles, each once.
     *
     * @param more the roles it shall grant as well
     * @return the grant
     */
    public Grant plusRoles(List<RoleId> more) {
        var all = new LinkedHashSet<>(roles);
        all.addAll(more);
        return withRoles(new ArrayList<>(all));
    }
}
