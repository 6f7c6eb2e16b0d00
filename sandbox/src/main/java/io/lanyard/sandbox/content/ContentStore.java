// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps content by name. What is found here is whole: bytes enter through a {@link Sink} and appear in one step. A name is a
 * relative path of ours, such as {@code blobs/sha256/ab/abcd…}, never a client's text. Safe for use by several threads.
 */
public interface ContentStore extends AutoCloseable {
    /** Opens a store that keeps nothing longer than the process: memory, and temporary files for what is large. */
    static ContentStore ephemeral() {
        return new EphemeralContent();
    }

    /**
     * Opens a folder, made when it is not there, for this store alone. It begins empty: what a store before this one had no time to
     * remove goes first.
     *
     * @throws IOException when the folder can't be used, another store has it, or something else is in it
     */
    static ContentStore in(Path folder) throws IOException {
        return FileContent.in(folder);
    }

    /** Finds content. */
    Optional<Content> find(String name);

    /**
     * Opens a place for bytes that are still arriving.
     *
     * @param expected how many will come, as far as one knows; -1 otherwise
     * @throws IOException when there is no room
     */
    Sink sink(long expected) throws IOException;

    /**
     * Removes content; does nothing when it is not there.
     *
     * @throws IOException when the disk refuses
     */
    void delete(String name) throws IOException;

    /** Removes all content. */
    @Override
    void close();
}
