package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: which kind of condition a rule is; the service wants it beside every rule. An open value.
 *
 * @param value the pattern's name on the wire
 */
@JsonAdapter(OpenValueAdapter.class)
public record Pattern(String value) implements TextValue {
    /** From one instant to another. */
    public static final Pattern ONCE = new Pattern("time-based-conditions:once");
    /** Every week. Not in IBM's table, but in every weekly sample of theirs, so it is read and accepted. */
    public static final Pattern WEEKLY = new Pattern("time-based-conditions:weekly");
    /** Every week, on whole days. */
    public static final Pattern WEEKLY_ALL_DAY = new Pattern("time-based-conditions:weekly:all-day");
    /** Every week, between two times of the day. */
    public static final Pattern WEEKLY_CUSTOM_HOURS = new Pattern("time-based-conditions:weekly:custom-hours");
    /** By attributes of the resource (IBM writes "condition" in the singular here). */
    public static final Pattern RESOURCE_ATTRIBUTES =
            new Pattern("attribute-based-condition:resource:literal-and-wildcard");
    /** A rule without a pattern: the service refuses to create it, but a reader must not fall over it. */
    public static final Pattern NONE = new Pattern("");

    /**
     * Makes one by its wire name.
     *
     * @param value the name
     * @return the pattern
     */
    public static Pattern of(String value) {
        return new Pattern(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
