package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: how far a list of API keys looks. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ApiKeyScope(String value) implements TextValue {

    /** The keys of one identity, which is the default. */
    public static final ApiKeyScope ENTITY = new ApiKeyScope("entity");
    /** The keys of all identities of the account, as far as the caller may see them. */
    public static final ApiKeyScope ACCOUNT = new ApiKeyScope("account");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static ApiKeyScope of(String value) {
        return new ApiKeyScope(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
