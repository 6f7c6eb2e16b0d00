package io.lanyard.authorizations;

import io.lanyard.core.AccountId;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Authorizations: what an authorization says: which service may act in which roles on what. It reads as a sentence,
 * {@code allow(ACTIVITY_TRACKER).toAct(OBJECT_WRITER).on(bucket(store, "audit-logs"))}, and nothing is sent by saying it.
 *
 * @param source      which service acts
 * @param roles       in which roles
 * @param resource    on what
 * @param description why
 */
public record Allowance(Source source, List<RoleId> roles, Resource resource, Optional<String> description) {

    /** Drops roles that are named twice. */
    public Allowance {
        roles = List.copyOf(new LinkedHashSet<>(roles));
    }

    /**
     * Begins with the service that acts.
     *
     * @param source which one, of the account that it acts in unless it names another
     * @return an allowance that still wants its roles and its target
     */
    public static Allowance allow(Source source) {
        return new Allowance(source, List.of(), Resource.NONE, Optional.empty());
    }

    /**
     * Says in which roles it acts, and in no others. Whether it may pass them on stays as {@link #delegable} has it.
     *
     * @param roles the roles; which ones there are for a pair of services, the services say
     * @return the allowance
     */
    public Allowance toAct(RoleId... roles) {
        var acting = new ArrayList<>(List.of(roles));
        if (this.roles.contains(RoleId.AUTHORIZATION_DELEGATOR)) {
            acting.add(RoleId.AUTHORIZATION_DELEGATOR);
        }
        return new Allowance(source, acting, resource, description);
    }

    /**
     * Says on what it acts.
     *
     * @param target see {@link Destinations}
     * @return the allowance
     */
    public Allowance on(Target target) {
        return new Allowance(source, roles, target.resource(), description);
    }

    /**
     * Takes the source from another account.
     *
     * @param account the account it runs in
     * @return the allowance
     */
    public Allowance from(AccountId account) {
        return new Allowance(source.in(account), roles, resource, description);
    }

    /**
     * Lets the source pass this on to the services that it depends on.
     *
     * @return the allowance
     */
    public Allowance delegable() {
        var more = new ArrayList<>(roles);
        more.add(RoleId.AUTHORIZATION_DELEGATOR);
        return new Allowance(source, more, resource, description);
    }

    /**
     * Says why.
     *
     * @param reason why; kept as the policy's description
     * @return the allowance
     */
    public Allowance because(String reason) {
        return new Allowance(source, roles, resource, Optional.of(reason));
    }

    /**
     * Says the same as a grant of the policy module.
     *
     * @return the grant
     * @throws IllegalArgumentException when no role is named, or no account in which the target is
     */
    public Grant grant() {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("no role: say toAct(..)");
        }
        var account = resource.account()
                .orElseThrow(() -> new IllegalArgumentException("no target in an account: say on(..)"));
        var grant = Grant.grant(roles.toArray(RoleId[]::new))
                .toService(source.orIn(account).subject())
                .on(resource);
        return description.map(grant::because).orElse(grant);
    }

    /**
     * Says what this needs besides, to have any effect: acting on a topic of Event Streams takes Reader on its cluster.
     *
     * @return the other allowances, none in most cases
     */
    public List<Allowance> companions() {
        boolean topic =
                Destinations.EVENT_STREAMS.equals(resource.value("serviceName").orElse(""))
                        && "topic".equals(resource.value("resourceType").orElse(""));
        if (!topic) {
            return List.of();
        }
        var attributes = new ArrayList<Attribute>();
        for (var attribute : resource.attributes()) {
            if (!attribute.key().equals("resourceType") && !attribute.key().equals("resource")) {
                attributes.add(attribute);
            }
        }
        attributes.add(Attribute.of("resourceType", "cluster"));
        return List.of(new Allowance(source, List.of(RoleId.READER), new Resource(attributes, List.of()), description));
    }
}
