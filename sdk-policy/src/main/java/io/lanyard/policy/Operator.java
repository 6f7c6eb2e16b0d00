package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: how an attribute is compared. An open value: an operator that the service invents later survives a round trip.
 *
 * @param value the operator's name on the wire
 */
@JsonAdapter(OpenValueAdapter.class)
public record Operator(String value) implements TextValue {
    /** Equal, case-sensitive. The default where a policy says none. */
    public static final Operator STRING_EQUALS = new Operator("stringEquals");
    /** Glob over the whole string: {@code *} any run, {@code ?} one character, {@code {{*}}} and {@code {{?}}} literal. */
    public static final Operator STRING_MATCH = new Operator("stringMatch");
    /** Present (true) or absent (false). */
    public static final Operator STRING_EXISTS = new Operator("stringExists");
    /** Equal to one of at most ten values. */
    public static final Operator STRING_EQUALS_ANY_OF = new Operator("stringEqualsAnyOf");
    /** Matches one of at most ten globs. */
    public static final Operator STRING_MATCH_ANY_OF = new Operator("stringMatchAnyOf");
    /** Time of day before. */
    public static final Operator TIME_LESS_THAN = new Operator("timeLessThan");
    /** Time of day before or at. */
    public static final Operator TIME_LESS_THAN_OR_EQUALS = new Operator("timeLessThanOrEquals");
    /** Time of day after. */
    public static final Operator TIME_GREATER_THAN = new Operator("timeGreaterThan");
    /** Time of day at or after. */
    public static final Operator TIME_GREATER_THAN_OR_EQUALS = new Operator("timeGreaterThanOrEquals");
    /** Date before. */
    public static final Operator DATE_LESS_THAN = new Operator("dateLessThan");
    /** Date before or on. */
    public static final Operator DATE_LESS_THAN_OR_EQUALS = new Operator("dateLessThanOrEquals");
    /** Date after. */
    public static final Operator DATE_GREATER_THAN = new Operator("dateGreaterThan");
    /** Date on or after. */
    public static final Operator DATE_GREATER_THAN_OR_EQUALS = new Operator("dateGreaterThanOrEquals");
    /** Instant before. */
    public static final Operator DATE_TIME_LESS_THAN = new Operator("dateTimeLessThan");
    /** Instant before or at. */
    public static final Operator DATE_TIME_LESS_THAN_OR_EQUALS = new Operator("dateTimeLessThanOrEquals");
    /** Instant after. */
    public static final Operator DATE_TIME_GREATER_THAN = new Operator("dateTimeGreaterThan");
    /** Instant at or after. */
    public static final Operator DATE_TIME_GREATER_THAN_OR_EQUALS = new Operator("dateTimeGreaterThanOrEquals");
    /** Day of week, 1 Monday to 7 Sunday. */
    public static final Operator DAY_OF_WEEK_EQUALS = new Operator("dayOfWeekEquals");
    /** One of several days of the week. */
    public static final Operator DAY_OF_WEEK_ANY_OF = new Operator("dayOfWeekAnyOf");

    /**
     * Makes one by its wire name.
     *
     * @param value the name
     * @return the operator
     */
    public static Operator of(String value) {
        return new Operator(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
