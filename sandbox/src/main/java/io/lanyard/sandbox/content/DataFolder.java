// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that a sandbox was told to keep content in: each service has a part of it. */
public final class DataFolder {
    private DataFolder() {}

    /** Opens a folder. */
    private interface Opening {
        ContentStore open(Path folder) throws IOException;
    }

    /**
     * Opens a service's part for this sandbox alone; its content is on the disk, and what was there before still is.
     *
     * @throws UncheckedIOException when the folder can't be used; the message says why
     */
    public static ContentStore lasting(Path folder, String part) {
        return open(folder, place -> FileContent.in(place.resolve(part), true));
    }

    /**
     * Opens a service's part for this sandbox alone, and empties it first: for content that nothing names once its sandbox has
     * ended.
     *
     * @throws UncheckedIOException when the folder can't be used; the message says why
     */
    public static ContentStore fresh(Path folder, String part) {
        return open(folder, place -> FileContent.fresh(place.resolve(part)));
    }

    private static ContentStore open(Path folder, Opening opening) {
        try {
            return opening.open(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "The data folder " + folder + " can't be used: " + reason(unusable), unusable);
        }
    }

    /** Says why, without the path: that was said already, and the system's own message is often nothing else. */
    private static String reason(IOException unusable) {
        if (unusable instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (unusable instanceof FileSystemException system) {
            return Optional.ofNullable(system.getReason()).orElse("no folder can be made there");
        }
        return String.valueOf(unusable.getMessage());
    }
}
