package io.lanyard.resources;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Resources: the id of an instance's wait for its end.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ReclamationId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public ReclamationId {
        value = TextValue.id("reclamation's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static ReclamationId of(String value) {
        return new ReclamationId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
