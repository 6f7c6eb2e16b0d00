package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: which kind of identity a token is for; a user's token has none. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record SubjectType(String value) implements TextValue {

    /** A service ID. */
    public static final SubjectType SERVICE_ID = new SubjectType("ServiceId");
    /** A trusted profile. */
    public static final SubjectType PROFILE = new SubjectType("Profile");
    /** A resource, named by its CRN. */
    public static final SubjectType CRN = new SubjectType("CRN");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static SubjectType of(String value) {
        return new SubjectType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
