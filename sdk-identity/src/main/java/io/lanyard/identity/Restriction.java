package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: whether an account restricts something to a role or to administrators. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Restriction(String value) implements TextValue {

    /** Only who has the role that it takes; the account owner needs it, too. */
    public static final Restriction RESTRICTED = new Restriction("RESTRICTED");
    /** Every member of the account. */
    public static final Restriction NOT_RESTRICTED = new Restriction("NOT_RESTRICTED");
    /** Nothing was ever said about it, which means not restricted. */
    public static final Restriction NOT_SET = new Restriction("NOT_SET");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static Restriction of(String value) {
        return new Restriction(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
