// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;
import java.io.InputStream;

/** Where staged bytes go: memory or a file. Used by one thread at a time. */
interface Sink {
    /** Appends. */
    void write(byte[] bytes, int length) throws IOException;

    /** Forgets everything after the first {@code size} bytes. */
    void truncate(long size) throws IOException;

    /** Reads what was written so far. */
    InputStream open() throws IOException;

    /** Makes the bytes a blob at once, in one step that either happens or doesn't. */
    Blob promote(Digest digest, long size) throws IOException;

    /** Throws the bytes away. */
    void discard();
}
