package io.lanyard.core;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Core: the revision of a resource, opaque to us; a write sends it back as {@code If-Match}.
 *
 * @param value the header's value as the service sent it
 */
@JsonAdapter(OpenValueAdapter.class)
public record ETag(String value) implements TextValue {

    /** Matches whatever is there: the write happens however often others wrote in between. */
    public static final ETag ANY = new ETag("*");

    /** Checks the shape: not blank, no control character, not a path. */
    public ETag {
        value = Shape.id("ETag", value);
    }

    /**
     * Names a revision.
     *
     * @param value the header's value
     * @return the revision
     * @throws IllegalArgumentException when the text cannot be an ETag
     */
    public static ETag of(String value) {
        return new ETag(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
