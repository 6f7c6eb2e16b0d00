package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Policy: what an account does about identities whose token is from another account. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ExternalState(String value) implements TextValue {

    /** They are let in like all others; the console calls it Enabled, and nothing is checked. */
    public static final ExternalState ENABLED = new ExternalState("enabled");
    /** They are let in, and each is told in an audit event; the console calls it Report-only. */
    public static final ExternalState MONITOR = new ExternalState("monitor");
    /** They are kept out unless their account is allowed; the console calls it Limited. */
    public static final ExternalState LIMITED = new ExternalState("limited");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static ExternalState of(String value) {
        return new ExternalState(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
