package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: the id of a route of event routing.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record RouteId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public RouteId {
        value = TextValue.id("route's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static RouteId of(String value) {
        return new RouteId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
