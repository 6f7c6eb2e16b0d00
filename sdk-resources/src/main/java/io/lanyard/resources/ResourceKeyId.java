package io.lanyard.resources;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Resources: a service key's id: its CRN or its GUID, the API takes both and answers the CRN.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ResourceKeyId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public ResourceKeyId {
        value = TextValue.id("key's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static ResourceKeyId of(String value) {
        return new ResourceKeyId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
