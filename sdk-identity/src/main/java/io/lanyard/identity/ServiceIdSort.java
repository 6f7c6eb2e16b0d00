package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: what a list of service IDs is sorted by. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ServiceIdSort(String value) implements TextValue {

    /** By name. */
    public static final ServiceIdSort NAME = new ServiceIdSort("name");
    /** By description. */
    public static final ServiceIdSort DESCRIPTION = new ServiceIdSort("description");
    /** By date of creation. */
    public static final ServiceIdSort CREATED_AT = new ServiceIdSort("created_at");
    /** By date of the last change. */
    public static final ServiceIdSort MODIFIED_AT = new ServiceIdSort("modified_at");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static ServiceIdSort of(String value) {
        return new ServiceIdSort(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
