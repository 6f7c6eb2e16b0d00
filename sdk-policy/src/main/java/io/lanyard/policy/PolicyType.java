package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: whether a policy is for an identity or for a service; it can't change once the policy exists. An open value.
 *
 * @param value the type's name on the wire
 */
@JsonAdapter(OpenValueAdapter.class)
public record PolicyType(String value) implements TextValue {
    /** For users, service IDs, trusted profiles and access groups. */
    public static final PolicyType ACCESS = new PolicyType("access");
    /** From service to service. */
    public static final PolicyType AUTHORIZATION = new PolicyType("authorization");

    /**
     * Makes one by its wire name.
     *
     * @param value the name
     * @return the type
     */
    public static PolicyType of(String value) {
        return new PolicyType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
