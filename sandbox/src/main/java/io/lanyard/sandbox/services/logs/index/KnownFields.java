// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

/** Knows which fields logs had. */
public interface KnownFields {
    /** Tells whether any log had a field of this name. */
    boolean knows(String path);

    /** Returns what the index has in front of the field's words and exact values. */
    String mark(String path);
}
