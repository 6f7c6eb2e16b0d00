package io.lanyard.core;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.json.OpenValueAdapter;
import java.util.Optional;

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

    /**
     * Reads what may be an IAM id.
     *
     * @param text any text
     * @return the id, empty when the text cannot be one
     */
    public static Optional<IamId> tryOf(String text) {
        try {
            return Optional.of(new IamId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
