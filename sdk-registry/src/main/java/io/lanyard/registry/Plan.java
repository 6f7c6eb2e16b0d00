package io.lanyard.registry;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Registry: what an account pays for in one region. An open value: the service may offer others.
 *
 * @param value the plan's name as the service spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Plan(String value) implements TextValue {

    /** 512 MB of storage and 5 120 MB of pull traffic a month. */
    public static final Plan FREE = new Plan("Free");
    /** As much as is used; a quota is optional. */
    public static final Plan STANDARD = new Plan("Standard");

    /**
     * Names a plan.
     *
     * @param value the plan's name
     * @return the plan
     */
    public static Plan of(String value) {
        return new Plan(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
