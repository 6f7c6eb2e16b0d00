// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.io.IOException;
import java.io.InputStream;

/** What goes back after the headers. */
public sealed interface ResponseBody {
    /** Nothing. */
    record None() implements ResponseBody {}

    /**
     * Bytes at hand.
     *
     * @param bytes the bytes; not copied, so not to be changed afterwards
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying each answer would be waste
    record Bytes(byte[] bytes) implements ResponseBody {}

    /**
     * Bytes that are read while they are sent.
     *
     * @param length how many bytes will come, or -1 when unknown
     * @param source opens them, once, or is told that nobody will; what it opens is closed by the mount
     */
    record Stream(long length, Source source) implements ResponseBody {}

    /** Opens a stream. */
    interface Source {
        /** Opens the bytes. */
        InputStream open() throws IOException;

        /** Says that nobody will open them: the client is gone, or wanted the headers alone. */
        default void unwanted() {}
    }
}
