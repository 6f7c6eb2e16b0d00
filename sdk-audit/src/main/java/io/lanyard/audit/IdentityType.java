package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: which kind of identity comes from outside; each has a rule of its own in an account's settings. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record IdentityType(String value) implements TextValue {

    /** A person, or an API key of one. */
    public static final IdentityType USER = new IdentityType("user");
    /** A service ID, or an API key of one. */
    public static final IdentityType SERVICE_ID = new IdentityType("service_id");
    /** A service, by an authorization. */
    public static final IdentityType SERVICE = new IdentityType("service");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static IdentityType of(String value) {
        return new IdentityType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
