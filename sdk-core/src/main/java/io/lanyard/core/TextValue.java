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
}
