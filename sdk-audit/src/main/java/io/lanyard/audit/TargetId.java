package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: the id of a target of event routing.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record TargetId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public TargetId {
        value = TextValue.id("target's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static TargetId of(String value) {
        return new TargetId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
