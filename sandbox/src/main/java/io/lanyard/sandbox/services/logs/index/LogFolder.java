// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import io.lanyard.sandbox.content.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that lasts as long as what is in it is of use.
 *
 * @param path where it is
 */
public record LogFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "lanyard-logs-";

    /** Makes one: in the sandbox's data folder if it has one, else among the system's temporary files. */
    public static LogFolder make(Optional<Path> dataFolder) {
        try {
            if (dataFolder.isEmpty()) {
                return new LogFolder(Files.createTempDirectory(PREFIX));
            }
            return new LogFolder(Files.createTempDirectory(Files.createDirectories(parent(dataFolder.get())), PREFIX));
        } catch (IOException unusable) {
            throw new UncheckedIOException("No folder for logs can be made.", unusable);
        }
    }

    /** Removes what a sandbox that died left in a data folder. */
    public static void sweep(Path dataFolder) {
        if (!Files.isDirectory(parent(dataFolder))) {
            return;
        }
        try (var left = Files.newDirectoryStream(parent(dataFolder), PREFIX + "*")) {
            left.forEach(folder -> new LogFolder(folder).close());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The data folder " + dataFolder + " can't be read.", unreadable);
        }
    }

    private static Path parent(Path dataFolder) {
        return dataFolder.resolve("logs");
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() {
        try {
            Tree.remove(path);
        } catch (IOException left) {
            throw new UncheckedIOException("The folder " + path + " can't be removed.", left);
        }
    }
}
