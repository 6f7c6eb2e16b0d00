// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.util.Collection;

/** Knows which fields logs had. */
public interface KnownFields {
    /** Tells whether any log had a field of this name. */
    boolean knows(String path);

    /** Tells whether a field's first value was a number. */
    boolean isNumber(String path);

    /** Returns the names of all. */
    Collection<String> names();

    /** Returns what the index has in front of the field's words and exact values. */
    String mark(String path);
}
