package io.lanyard.accessgroups;

import io.lanyard.core.call.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** Access groups: which members of a group to list, and in which order. */
public final class MemberQuery {

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    MemberQuery() {}

    /**
     * Only those that came in that way; without this, those that somebody added.
     *
     * @param how how they came to be in the group
     * @return this
     */
    public MemberQuery membership(MembershipType how) {
        return and("membership_type", how);
    }

    /**
     * Only those of a kind.
     *
     * @param kind the kind
     * @return this
     */
    public MemberQuery type(MemberType kind) {
        return and("type", kind);
    }

    /**
     * Tells names and addresses, too.
     *
     * @return this
     */
    public MemberQuery verbose() {
        return and("verbose", true);
    }

    /**
     * By name, from A to Z; names are told with it.
     *
     * @return this
     */
    public MemberQuery byName() {
        verbose();
        return and("sort", "name");
    }

    /**
     * In pages of a size; it changes how many calls are made, not what is listed.
     *
     * @param size how many a page has, at most 100
     * @return this
     */
    public MemberQuery pageSize(int size) {
        return and("limit", size);
    }

    private MemberQuery and(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    Call onto(Call call) {
        parameters.forEach(call::query);
        return call;
    }
}
