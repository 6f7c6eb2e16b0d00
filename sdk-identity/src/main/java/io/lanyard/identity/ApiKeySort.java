package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: what a list of API keys is sorted by. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ApiKeySort(String value) implements TextValue {

    /** By name. */
    public static final ApiKeySort NAME = new ApiKeySort("name");
    /** By description. */
    public static final ApiKeySort DESCRIPTION = new ApiKeySort("description");
    /** By date of creation. */
    public static final ApiKeySort CREATED_AT = new ApiKeySort("created_at");
    /** By the IAM id of the creator. */
    public static final ApiKeySort CREATED_BY = new ApiKeySort("created_by");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static ApiKeySort of(String value) {
        return new ApiKeySort(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
