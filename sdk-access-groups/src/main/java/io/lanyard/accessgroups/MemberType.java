package io.lanyard.accessgroups;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.IamId;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Access groups: what kind of identity a member is. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record MemberType(String value) implements TextValue {

    /** A person. */
    public static final MemberType USER = new MemberType("user");
    /** A service ID. */
    public static final MemberType SERVICE = new MemberType("service");
    /** A trusted profile. */
    public static final MemberType PROFILE = new MemberType("profile");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static MemberType of(String value) {
        return new MemberType(value);
    }

    /**
     * Tells the kind of an identity by how its IAM id begins.
     *
     * @param identity the identity
     * @return service ID, trusted profile, or else a person
     */
    public static MemberType of(IamId identity) {
        if (identity.value().startsWith("iam-ServiceId-")) {
            return SERVICE;
        }
        return identity.value().startsWith("iam-Profile-") ? PROFILE : USER;
    }

    @Override
    public String toString() {
        return value;
    }
}
