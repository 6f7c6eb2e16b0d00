package io.lanyard.resources;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Resources: whether a resource group counts. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ResourceGroupState(String value) implements TextValue {

    /** It does. */
    public static final ResourceGroupState ACTIVE = new ResourceGroupState("ACTIVE");
    /** It was deleted. */
    public static final ResourceGroupState DELETED = new ResourceGroupState("DELETED");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static ResourceGroupState of(String value) {
        return new ResourceGroupState(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
