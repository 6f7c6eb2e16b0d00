package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: how much of a policy is shown. An open value.
 *
 * @param value the format's name on the wire
 */
@JsonAdapter(OpenValueAdapter.class)
public record PolicyFormat(String value) implements TextValue {
    /** With when, and how often, it last permitted something. */
    public static final PolicyFormat INCLUDE_LAST_PERMIT = new PolicyFormat("include_last_permit");
    /** With names and actions of its roles. */
    public static final PolicyFormat DISPLAY = new PolicyFormat("display");

    /**
     * Makes a format by its wire name.
     *
     * @param value the name
     * @return the format
     */
    public static PolicyFormat of(String value) {
        return new PolicyFormat(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
