package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: how much an event matters. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Severity(String value) implements TextValue {

    /** Something was read or started. */
    public static final Severity NORMAL = new Severity("normal");
    /** Something was changed, or failed. */
    public static final Severity WARNING = new Severity("warning");
    /** Something was deleted, a credential changed, or somebody wasn't allowed to. */
    public static final Severity CRITICAL = new Severity("critical");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static Severity of(String value) {
        return new Severity(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
