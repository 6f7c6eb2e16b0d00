package io.lanyard.core;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.json.OpenValueAdapter;
import java.util.Optional;

/**
 * Core: the id of an account: 32 hexadecimal digits on IBM Cloud, though only the shape of an id is checked.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record AccountId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public AccountId {
        value = Shape.id("account id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    /**
     * Reads what may be an account's id.
     *
     * @param text any text
     * @return the id, empty when the text cannot be one
     */
    public static Optional<AccountId> tryOf(String text) {
        try {
            return Optional.of(new AccountId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
