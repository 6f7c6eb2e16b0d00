package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: how something that was done ended. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Outcome(String value) implements TextValue {

    /** It was done. */
    public static final Outcome SUCCESS = new Outcome("success");
    /** It is being done; another event tells how it ended. */
    public static final Outcome PENDING = new Outcome("pending");
    /** It was refused, or it failed. */
    public static final Outcome FAILURE = new Outcome("failure");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static Outcome of(String value) {
        return new Outcome(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
