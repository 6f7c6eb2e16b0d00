// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.lucene;

/** Knows which fields logs had. */
@FunctionalInterface
public interface KnownFields {
    /** Tells whether any log had a field of this name. */
    boolean knows(String path);
}
