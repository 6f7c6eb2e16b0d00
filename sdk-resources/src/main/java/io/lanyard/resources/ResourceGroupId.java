package io.lanyard.resources;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Resources: a resource group's id; policies name the group by it.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ResourceGroupId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public ResourceGroupId {
        value = TextValue.id("resource group's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static ResourceGroupId of(String value) {
        return new ResourceGroupId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
