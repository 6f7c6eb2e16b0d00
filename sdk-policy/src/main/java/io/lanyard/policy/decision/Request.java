package io.lanyard.policy.decision;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Target;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decision: a question: may this subject do this action on that resource, then?
 *
 * <pre>{@code may(robot.iamId()).perform("container-registry.image.pull").on(image).at(sundayNoon)}</pre>
 *
 * Immutable; every method returns another question. A time has to be given for a policy with a time window to count: the engine
 * has no clock.
 */
public final class Request {
    private final Asker asker;
    private final String action;
    private final Map<String, String> attributes;
    private final Map<String, Set<String>> tags;
    private final Map<String, String> environment;
    private final @Nullable Instant at;
    private final @Nullable String[] slots;
    private final int[] hashes = new int[Slots.COUNT];

    private Request(
            Asker asker,
            String action,
            Map<String, String> attributes,
            Map<String, Set<String>> tags,
            Map<String, String> environment,
            @Nullable Instant at) {
        this.asker = asker;
        this.action = action;
        this.attributes = attributes;
        this.tags = tags;
        this.environment = environment;
        this.at = at;
        this.slots = Slots.fill(attributes);
        for (int i = 0; i < Slots.COUNT; i++) {
            var text = slots[i];
            hashes[i] = text == null ? 0 : text.hashCode();
        }
    }

    /**
     * Asks for a user, a service ID or a trusted profile; an id of the form {@code crn-crn:…} asks for a service.
     *
     * @param identity its IAM id
     * @return a question that still wants an action and a resource
     */
    public static Request may(IamId identity) {
        return of(Asker.of(identity.value()));
    }

    /**
     * Asks for a service, whose rights come from authorizations.
     *
     * @param service the CRN of the service that calls
     * @return a question that still wants an action and a resource
     */
    public static Request mayService(Crn service) {
        return of(Asker.of("crn-" + service.value()));
    }

    /**
     * Asks for somebody without an identity, who has public access at most.
     *
     * @return a question that still wants an action and a resource
     */
    public static Request mayAnybody() {
        return of(Asker.of(""));
    }

    private static Request of(Asker asker) {
        return new Request(asker, "", Map.of(), Map.of(), Map.of(), null);
    }

    /**
     * Says what is to be done.
     *
     * @param action the action, such as {@code container-registry.image.pull}
     * @return the question
     */
    public Request perform(String action) {
        return new Request(asker, action, attributes, tags, environment, at);
    }

    /**
     * Says on what: the attributes of a policy's target, taken as those of a resource. That is also how IAM asks whether a caller
     * may manage a policy: on the policy's own resource.
     *
     * @param target the target
     * @return the question
     */
    public Request on(Target target) {
        var resource = target.resource();
        var more = new HashMap<>(attributes);
        for (var attribute : resource.attributes()) {
            attribute.value().texts().stream().findFirst().ifPresent(text -> more.put(attribute.key(), text));
        }
        var request = new Request(asker, action, Map.copyOf(more), tags, environment, at);
        for (Attribute tag : resource.tags()) {
            for (var value : tag.value().texts()) {
                request = request.tagged(tag.key(), value);
            }
        }
        return request;
    }

    /**
     * Says on what: the segments of a CRN.
     *
     * @param crn the resource
     * @return the question
     */
    public Request on(Crn crn) {
        return on(Asker.attributesOf(crn));
    }

    /**
     * Says on what, in the attributes that policies use: {@code accountId}, {@code serviceName}, {@code region},
     * {@code resourceType}, {@code resource}, {@code serviceInstance}, {@code resourceGroupId} and the service's own.
     *
     * @param resource the attributes; {@code serviceType} and {@code service_group_id} follow from the service
     * @return the question
     */
    public Request on(Map<String, String> resource) {
        if (attributes.isEmpty()) {
            return new Request(asker, action, Map.copyOf(resource), tags, environment, at);
        }
        var more = new HashMap<>(attributes);
        more.putAll(resource);
        return new Request(asker, action, Map.copyOf(more), tags, environment, at);
    }

    /**
     * Says one attribute of the resource.
     *
     * @param attribute its name
     * @param value its value
     * @return the question
     */
    public Request with(String attribute, String value) {
        return on(Map.of(attribute, value));
    }

    /**
     * Says an access tag that is attached to the resource.
     *
     * @param key the tag's key
     * @param value its value
     * @return the question
     */
    public Request tagged(String key, String value) {
        var values = new TreeSet<>(tags.getOrDefault(key, Set.of()));
        values.add(value);
        var more = new HashMap<>(tags);
        more.put(key, Collections.unmodifiableSet(values));
        return new Request(asker, action, attributes, Map.copyOf(more), environment, at);
    }

    /**
     * Says when.
     *
     * @param instant the time of the request
     * @return the question
     */
    public Request at(Instant instant) {
        return new Request(asker, action, attributes, tags, environment, instant);
    }

    /**
     * Says something about the request's surroundings, such as {@code delimiter}.
     *
     * @param attribute its name
     * @param value its value
     * @return the question
     */
    public Request environment(String attribute, String value) {
        var more = new HashMap<>(environment);
        more.put(attribute, value);
        return new Request(asker, action, attributes, tags, Map.copyOf(more), at);
    }

    /**
     * Adds access groups that the identity is in for this request only, as dynamic rules put it there; static members are known
     * to the snapshot.
     *
     * @param accessGroupIds the groups
     * @return the question
     */
    public Request memberOf(List<String> accessGroupIds) {
        return new Request(asker.memberOf(accessGroupIds), action, attributes, tags, environment, at);
    }

    /**
     * Adds something about the service that asks, such as {@code resourceGroupId} or {@code enterpriseId}.
     *
     * @param attribute its name
     * @param value its value
     * @return the question
     */
    public Request caller(String attribute, String value) {
        return new Request(asker.with(attribute, value), action, attributes, tags, environment, at);
    }

    /**
     * Says in which account the identity logged in. The answer doesn't depend on it; what is proposed after a denial does: what is
     * somebody else's to decide, somebody else is to do.
     *
     * @param home the account of the identity's token
     * @return the question
     */
    public Request loggedInTo(AccountId home) {
        return new Request(asker.loggedInTo(home.value()), action, attributes, tags, environment, at);
    }

    /**
     * Asks the same for another identity.
     *
     * @param identity its IAM id
     * @return the question
     */
    public Request as(IamId identity) {
        return new Request(Asker.of(identity.value()), action, attributes, tags, environment, at);
    }

    /** {@return the IAM id of who asks, "" when nobody in particular does} */
    public String subject() {
        return asker.id();
    }

    /** {@return what is to be done} */
    public String action() {
        return action;
    }

    /** {@return the attributes of the resource, as they were given} */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** {@return the access tags attached to the resource} */
    public Map<String, Set<String>> tags() {
        return tags;
    }

    /** {@return what is known of the surroundings} */
    public Map<String, String> environment() {
        return environment;
    }

    /** {@return when} */
    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    Asker asker() {
        return asker;
    }

    @Nullable Instant instant() {
        return at;
    }

    @Nullable String slot(int slot) {
        return slots[slot];
    }

    int hash(int slot) {
        return hashes[slot];
    }

    @Nullable String value(int slot, String key) {
        return slot >= 0 ? slots[slot] : attributes.get(key);
    }

    String service() {
        var service = slots[Slots.SERVICE];
        return service == null ? "" : service;
    }

    @Override
    public String toString() {
        return Wording.question(this);
    }
}
