package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policy: what access is on: a set of attributes, all of which a resource must have. {@link Targets} starts one; each method
 * here makes it narrower.
 *
 * @param attributes the attributes; the service wants {@code accountId} and at least one of {@code serviceName},
 *     {@code serviceType}, {@code resourceGroupId}, {@code service_group_id}
 * @param tags the access tags that must be attached, all of them; allowed only together with {@code serviceType=service}
 */
public record Resource(List<Attribute> attributes, List<Attribute> tags) implements Target {
    /** Nothing yet. */
    public static final Resource NONE = new Resource(List.of(), List.of());

    static final String ACCOUNT = "accountId";
    static final String SERVICE = "serviceName";
    static final String SERVICE_TYPE = "serviceType";
    static final String SERVICE_GROUP = "service_group_id";
    static final String INSTANCE = "serviceInstance";
    static final String REGION = "region";
    static final String RESOURCE_GROUP = "resourceGroupId";
    static final String TYPE = "resourceType";
    static final String RESOURCE = "resource";

    /** Copies the lists. */
    public Resource {
        attributes = List.copyOf(attributes);
        tags = List.copyOf(tags);
    }

    static Resource in(AccountId account) {
        return NONE.attribute(ACCOUNT, account.value());
    }

    @Override
    public Resource resource() {
        return this;
    }

    /**
     * Narrows to one region.
     *
     * @param region its name, such as {@code us-south}
     * @return the narrower resource
     */
    public Resource region(String region) {
        return attribute(REGION, region);
    }

    /**
     * Narrows to one instance of the service.
     *
     * @param guid the instance's GUID; of its CRN, the GUID is taken
     * @return the narrower resource
     */
    public Resource instance(String guid) {
        return attribute(INSTANCE, Crn.guid(guid));
    }

    /**
     * Narrows to what is in one resource group.
     *
     * @param id the group's id
     * @return the narrower resource
     */
    public Resource resourceGroup(String id) {
        return attribute(RESOURCE_GROUP, id);
    }

    /**
     * Narrows to one kind of resource inside the service, whatever their names, such as all topics.
     *
     * @param type the service's word for it
     * @return the narrower resource
     */
    public Resource resourceType(String type) {
        return attribute(TYPE, type);
    }

    /**
     * Narrows to one resource inside the service, such as a bucket, a topic or a namespace.
     *
     * @param type the service's word for it
     * @param name its name
     * @return the narrower resource
     */
    public Resource resource(String type, String name) {
        return attribute(TYPE, type).attribute(RESOURCE, name);
    }

    /**
     * Narrows by an attribute of the service's own.
     *
     * @param key its name
     * @param value the value it must have
     * @return the narrower resource
     */
    public Resource attribute(String key, String value) {
        return attribute(key, Match.equalTo(value));
    }

    /**
     * Narrows by an attribute of the service's own.
     *
     * @param key its name
     * @param match what it must look like
     * @return the narrower resource
     */
    public Resource attribute(String key, Match match) {
        return new Resource(plus(attributes, Attribute.of(key, match)), tags);
    }

    /**
     * Narrows to resources that carry an access tag.
     *
     * @param key the tag's key
     * @param value the tag's value
     * @return the narrower resource
     */
    public Resource tag(String key, String value) {
        return tag(key, Match.equalTo(value));
    }

    /**
     * Narrows to resources that carry an access tag.
     *
     * @param key the tag's key
     * @param match what the tag's value must look like; the service knows equality and globs
     * @return the narrower resource
     */
    public Resource tag(String key, Match match) {
        return new Resource(attributes, plus(tags, Attribute.of(key, match)));
    }

    /**
     * Reads one attribute.
     *
     * @param key its name
     * @return its value, when the resource asks for exactly one
     */
    public Optional<String> value(String key) {
        return attributes.stream()
                .filter(a -> a.key().equals(key) && a.isPlain())
                .findFirst()
                .map(a -> a.value().texts().get(0));
    }

    /** {@return the account that owns the resource, when it is named plainly} */
    public Optional<AccountId> account() {
        return value(ACCOUNT).filter(text -> !text.isBlank()).map(AccountId::of);
    }

    private static List<Attribute> plus(List<Attribute> attributes, Attribute attribute) {
        var more = new ArrayList<>(attributes);
        more.add(attribute);
        return more;
    }
}
