// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that a sandbox was told to put content into: each service has a part of it. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * Opens a service's part for this sandbox alone. It begins empty, and what it holds goes with the sandbox, as nothing names it
     * then.
     *
     * @throws UncheckedIOException when the folder can't be used; the message says why
     */
    public static ContentStore open(Path folder, String part) {
        try {
            return ContentStore.in(folder.resolve(part));
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
