package io.lanyard.accessgroups;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Access groups: how an identity came to be in a group. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record MembershipType(String value) implements TextValue {

    /** Somebody added it. */
    public static final MembershipType STATIC = new MembershipType("static");
    /** A rule of the group let it in at its login, for some hours. */
    public static final MembershipType DYNAMIC = new MembershipType("dynamic");
    /** Either way; for lists. */
    public static final MembershipType ALL = new MembershipType("all");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static MembershipType of(String value) {
        return new MembershipType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
