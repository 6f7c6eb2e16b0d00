// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call is about: an account and, as policies see it, the attributes of a resource in it. Immutable; the {@code with…}
 * methods return changed copies.
 */
public final class Target {
    private final Account account;
    private final Map<String, String> attributes;
    private final @Nullable String crn;
    private final @Nullable String name;
    private final @Nullable String etag;

    private Target(
            Account account,
            Map<String, String> attributes,
            @Nullable String crn,
            @Nullable String name,
            @Nullable String etag) {
        this.account = account;
        this.attributes = attributes;
        this.crn = crn;
        this.name = name;
        this.etag = etag;
    }

    /** Starts with a service in an account: its id and the service name are the attributes. */
    public static Target in(Account account, String serviceName) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("accountId", account.id());
        attributes.put("serviceName", serviceName);
        return new Target(account, attributes, null, null, null);
    }

    /** Starts with any attributes in an account, as a policy about policies needs; the account's id is added. */
    public static Target of(Account account, Map<String, String> attributes) {
        var all = new LinkedHashMap<>(attributes);
        all.put("accountId", account.id());
        return new Target(account, all, null, null, null);
    }

    /** Adds an attribute. */
    public Target with(String attribute, String value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Target(account, more, crn, name, etag);
    }

    /** Adds {@code resourceType} and {@code resource}. */
    public Target resource(String type, String id) {
        return with("resourceType", type).with("resource", id);
    }

    /** Names it for audit events. */
    public Target named(String resourceCrn, String resourceName) {
        return new Target(account, attributes, resourceCrn, resourceName, etag);
    }

    /** Says the entity tag it has now, for routes that take {@code If-Match}. */
    public Target at(String currentEtag) {
        return new Target(account, attributes, crn, name, currentEtag);
    }

    /** Returns the account. */
    public Account account() {
        return account;
    }

    /** Returns the attributes that policies are matched against. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Returns the resource's CRN, where one was given. */
    public Optional<String> crn() {
        return Optional.ofNullable(crn);
    }

    /** Returns the resource's name, where one was given. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Returns its entity tag now, where it has one. */
    public Optional<String> etag() {
        return Optional.ofNullable(etag);
    }
}
