package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: what a login needs besides a password. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record MfaTrait(String value) implements TextValue {

    /** Nothing more. */
    public static final MfaTrait NONE = new MfaTrait("NONE");
    /** Nothing more, but logins with user name and password in one call are refused. IBM's pages also spell it NONE_NORPC, the API never does. */
    public static final MfaTrait NONE_NO_ROPC = new MfaTrait("NONE_NO_ROPC");
    /** A time-based code, for IBMids that are not federated. */
    public static final MfaTrait TOTP = new MfaTrait("TOTP");
    /** A time-based code, for every IBMid. */
    public static final MfaTrait TOTP4ALL = new MfaTrait("TOTP4ALL");
    /** A code by e-mail, for all users. */
    public static final MfaTrait LEVEL1 = new MfaTrait("LEVEL1");
    /** A time-based code, for all users. */
    public static final MfaTrait LEVEL2 = new MfaTrait("LEVEL2");
    /** A security key, for all users. */
    public static final MfaTrait LEVEL3 = new MfaTrait("LEVEL3");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static MfaTrait of(String value) {
        return new MfaTrait(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
