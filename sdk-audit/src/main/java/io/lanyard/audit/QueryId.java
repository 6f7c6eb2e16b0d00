package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: the id of a query over logs.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record QueryId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public QueryId {
        value = TextValue.id("query's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static QueryId of(String value) {
        return new QueryId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
