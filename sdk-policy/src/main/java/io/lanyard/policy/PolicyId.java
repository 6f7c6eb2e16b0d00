package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: the id of a policy, a UUID on IBM Cloud, though only the shape of an id is checked.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record PolicyId(String value) implements TextValue {
    /** Stands where the service sent a policy without an id. */
    public static final PolicyId MISSING = new PolicyId("(no id)");

    /** Checks the shape: not blank, no control character, not a path. */
    public PolicyId {
        value = TextValue.id("policy id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static PolicyId of(String value) {
        return new PolicyId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
