package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Identity: what happens to an API key that IBM finds in public. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ActionWhenLeaked(String value) implements TextValue {

    /** The key stays as it is. */
    public static final ActionWhenLeaked NONE = new ActionWhenLeaked("none");
    /** The key is disabled. */
    public static final ActionWhenLeaked DISABLE = new ActionWhenLeaked("disable");
    /** The key is deleted. */
    public static final ActionWhenLeaked DELETE = new ActionWhenLeaked("delete");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static ActionWhenLeaked of(String value) {
        return new ActionWhenLeaked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
