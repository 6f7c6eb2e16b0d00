package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: whose API keys a list holds. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ApiKeyType(String value) implements TextValue {

    /** Keys of users. */
    public static final ApiKeyType USER = new ApiKeyType("user");
    /** Keys of service IDs. */
    public static final ApiKeyType SERVICE_ID = new ApiKeyType("serviceid");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static ApiKeyType of(String value) {
        return new ApiKeyType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
