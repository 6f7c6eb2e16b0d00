package io.lanyard.core;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Core: the id of an identity that IAM knows: {@code IBMid-…}, {@code iam-ServiceId-…}, {@code iam-Profile-…} or {@code crn-crn:…}.
 *
 * @param value the id as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record IamId(String value) implements TextValue {

    /** Checks the shape: not blank, no control character, not a path. */
    public IamId {
        value = Shape.id("IAM id", value);
    }

    /**
     * Names it.
     *
     * @param value the id as the API spells it
     * @return the id
     * @throws IllegalArgumentException when the text cannot be an id
     */
    public static IamId of(String value) {
        return new IamId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
