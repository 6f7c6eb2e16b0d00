package io.lanyard.resources;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Resources: the id of a quota, which says how much an account may use.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record QuotaId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public QuotaId {
        value = TextValue.id("quota's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static QuotaId of(String value) {
        return new QuotaId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
