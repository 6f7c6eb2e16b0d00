package io.lanyard.core;

/**
 * Core: what is one piece of text on the wire, an id or an open value. Path and query arguments accept it as it is.
 *
 * <p>Implement it with a record whose only component is {@code value}, and annotate that record with
 * {@code @JsonAdapter(OpenValueAdapter.class)}, so that JSON sees the text alone.
 */
public interface TextValue {

    /**
     * Returns the text as the API spells it.
     *
     * @return the wire form, never blank for an id
     */
    String value();

    /**
     * Checks that a text can be an id, which is all we ever check of one; for the constructors of id records.
     *
     * @param what what it would be the id of, for the message
     * @param text the text
     * @return the text, when it is not blank, has no control character, and is neither "." nor ".."
     * @throws IllegalArgumentException when it cannot be an id
     */
    static String id(String what, String text) {
        return Shape.id(what, text);
    }
}
