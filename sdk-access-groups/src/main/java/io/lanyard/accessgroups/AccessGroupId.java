package io.lanyard.accessgroups;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Access groups: a group's id; policies name the group by it.
 *
 * @param value the id as the API spells it, {@code AccessGroupId-…}
 */
@JsonAdapter(OpenValueAdapter.class)
public record AccessGroupId(String value) implements TextValue {

    /** The built-in group that everybody is in; see {@link PublicAccess}. */
    public static final AccessGroupId PUBLIC_ACCESS = new AccessGroupId("AccessGroupId-PublicAccess");

    /** Checks the shape: not blank, no control character, not a path. */
    public AccessGroupId {
        value = TextValue.id("access group's id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static AccessGroupId of(String value) {
        return new AccessGroupId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
