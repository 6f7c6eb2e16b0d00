package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: a service ID's own id, {@code ServiceId-…}; policies and API keys name it by its {@code iam_id} instead.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ServiceIdId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public ServiceIdId {
        value = TextValue.id("service ID's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static ServiceIdId of(String value) {
        return new ServiceIdId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
