package io.lanyard.accessgroups;

import io.lanyard.core.IamId;
import io.lanyard.core.call.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** Access groups: which groups to list, and in which order. */
public final class AccessGroupQuery {

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    AccessGroupQuery() {}

    /**
     * Only those that an identity was added to.
     *
     * @param identity the identity
     * @return this
     */
    public AccessGroupQuery with(IamId identity) {
        return with(identity, MembershipType.STATIC);
    }

    /**
     * Only those that an identity is in.
     *
     * @param identity the identity
     * @param how      how it came to be in them
     * @return this
     */
    public AccessGroupQuery with(IamId identity, MembershipType how) {
        and("iam_id", identity);
        return and("membership_type", how);
    }

    /**
     * Only those in whose name a text is found.
     *
     * @param text the text
     * @return this
     */
    public AccessGroupQuery nameContains(String text) {
        return and("search", "name:" + text);
    }

    /**
     * Only those in whose description a text is found.
     *
     * @param text the text
     * @return this
     */
    public AccessGroupQuery descriptionContains(String text) {
        return and("search", "description:" + text);
    }

    /**
     * Says which of them have rules, too.
     *
     * @return this
     */
    public AccessGroupQuery showFederated() {
        return and("show_federated", true);
    }

    /**
     * Leaves out the built-in group that everybody is in.
     *
     * @return this
     */
    public AccessGroupQuery withoutPublicAccess() {
        return and("hide_public_access", true);
    }

    /**
     * By name, from A to Z.
     *
     * @return this
     */
    public AccessGroupQuery byName() {
        return and("sort", "name");
    }

    /**
     * By name, from Z to A.
     *
     * @return this
     */
    public AccessGroupQuery byNameDescending() {
        return and("sort", "-name");
    }

    /**
     * In pages of a size; it changes how many calls are made, not what is listed.
     *
     * @param size how many a page has, at most 100
     * @return this
     */
    public AccessGroupQuery pageSize(int size) {
        return and("limit", size);
    }

    private AccessGroupQuery and(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    Call onto(Call call) {
        parameters.forEach(call::query);
        return call;
    }
}
