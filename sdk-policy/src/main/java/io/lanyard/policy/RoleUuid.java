package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: under which id the API keeps an account's own role; policies name the role by its CRN, a {@link RoleId}.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record RoleUuid(String value) implements TextValue {

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     */
    public static RoleUuid of(String value) {
        return new RoleUuid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
