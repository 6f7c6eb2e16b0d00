// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import java.io.InputStream;

/** Where arriving bytes go: memory or a file. Used by one thread at a time. */
public interface Sink {
    /** Appends the first {@code length} bytes of an array. */
    void write(byte[] bytes, int length) throws IOException;

    /** Forgets everything after the first {@code size} bytes. */
    void truncate(long size) throws IOException;

    /** Reads what was written so far. */
    InputStream open() throws IOException;

    /** Makes the bytes content of this name, in one step that either happens or doesn't; the sink takes no more then. */
    Content keep(String name) throws IOException;

    /** Throws the bytes away. */
    void discard();
}
