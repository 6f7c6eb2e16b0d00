package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policy: who gets access. An identity or an access group in an access policy; a service, described by attributes, in an
 * authorization.
 *
 * @param attributes what the service stores; empty when the policy names nobody
 */
public record Subject(List<Attribute> attributes) {
    /** Nobody yet. */
    public static final Subject NONE = new Subject(List.of());
    /** The access group that everybody is in, people without an identity included. */
    public static final String PUBLIC_ACCESS = "AccessGroupId-PublicAccess";

    static final String IAM_ID = "iam_id";
    static final String GROUP_ID = "access_group_id";

    /** Copies the list. */
    public Subject {
        attributes = List.copyOf(attributes);
    }

    /**
     * Names a user, a service ID or a trusted profile.
     *
     * @param id its IAM id
     * @return the subject
     */
    public static Subject identity(IamId id) {
        return new Subject(List.of(Attribute.of(IAM_ID, id.value())));
    }

    /**
     * Names an access group; it must live in the account of the resource.
     *
     * @param accessGroupId its id, {@code AccessGroupId-…}
     * @return the subject
     */
    public static Subject group(String accessGroupId) {
        return new Subject(List.of(Attribute.of(GROUP_ID, accessGroupId)));
    }

    /**
     * Names all instances of a service in an account, as the source of an authorization.
     *
     * @param serviceName the service's name, such as {@code atracker}
     * @param account the account it runs in, which need not be the target's
     * @return the subject
     */
    public static Subject service(String serviceName, AccountId account) {
        return new Subject(
                List.of(Attribute.of("serviceName", serviceName), Attribute.of("accountId", account.value())));
    }

    /**
     * Adds an attribute, such as {@code serviceInstance} or {@code resourceGroupId} of a source service.
     *
     * @param key the attribute's name
     * @param value its value
     * @return the narrower subject
     */
    public Subject attribute(String key, String value) {
        var more = new ArrayList<>(attributes);
        more.add(Attribute.of(key, value));
        return new Subject(more);
    }

    /** {@return the identity, when the subject is exactly one; what can't be an id names nobody} */
    public Optional<IamId> iamId() {
        return only(IAM_ID).flatMap(IamId::tryOf);
    }

    /** {@return the access group, when the subject is exactly one} */
    public Optional<String> accessGroupId() {
        return only(GROUP_ID);
    }

    private Optional<String> only(String key) {
        if (attributes.size() != 1) {
            return Optional.empty();
        }
        var attribute = attributes.get(0);
        if (!attribute.key().equals(key) || !attribute.isPlain()) {
            return Optional.empty();
        }
        return Optional.of(attribute.value().texts().get(0)).filter(text -> !text.isBlank());
    }
}
