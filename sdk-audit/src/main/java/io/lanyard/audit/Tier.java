package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: where to look for logs. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Tier(String value) implements TextValue {

    /** Among those that are indexed; what is new is there at once. */
    public static final Tier FREQUENT_SEARCH = new Tier("frequent_search");
    /** Among all that were kept in a bucket. */
    public static final Tier ARCHIVE = new Tier("archive");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static Tier of(String value) {
        return new Tier(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
