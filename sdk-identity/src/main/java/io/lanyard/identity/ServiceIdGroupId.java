package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: the id of a group of service IDs.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ServiceIdGroupId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public ServiceIdGroupId {
        value = TextValue.id("service ID group's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static ServiceIdGroupId of(String value) {
        return new ServiceIdGroupId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
