// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Bytes that are whole and never change. */
public interface Content {
    /** Returns how many bytes. */
    long size();

    /**
     * Opens them for reading from the first byte.
     *
     * @throws IOException when the disk fails, or they were deleted meanwhile
     */
    InputStream open() throws IOException;

    /** Returns all of them, where they are in memory anyway; nobody changes them. */
    default Optional<byte[]> inMemory() {
        return Optional.empty();
    }

    /**
     * Opens them for reading from another byte.
     *
     * @throws IOException when the disk fails, or they were deleted meanwhile
     */
    default InputStream openAt(long first) throws IOException {
        var in = open();
        try {
            in.skipNBytes(first);
            return in;
        } catch (IOException broken) {
            in.close();
            throw broken;
        }
    }
}
