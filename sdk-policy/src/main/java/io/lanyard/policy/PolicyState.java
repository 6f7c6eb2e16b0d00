package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: whether a policy counts. An open value.
 *
 * @param value the state's name on the wire
 */
@JsonAdapter(OpenValueAdapter.class)
public record PolicyState(String value) implements TextValue {
    /** It counts. */
    public static final PolicyState ACTIVE = new PolicyState("active");
    /** It doesn't, but can still be read and restored for a while. */
    public static final PolicyState DELETED = new PolicyState("deleted");

    /**
     * Makes one by its wire name.
     *
     * @param value the name
     * @return the state
     */
    public static PolicyState of(String value) {
        return new PolicyState(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
