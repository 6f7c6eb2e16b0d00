// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.content.Tree;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The temporary folder of a broker. Its name says whose process it is of, so that the next one removes what a process left that
 * was killed.
 */
final class BrokerFolder {
    private static final Logger LOG = System.getLogger(BrokerFolder.class.getName());
    private static final String PREFIX = "lanyard-eventstreams-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private static final AtomicBoolean SWEPT = new AtomicBoolean();

    private BrokerFolder() {}

    static Path make() throws IOException {
        return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    }

    static void remove(Path folder) {
        try {
            Tree.remove(folder);
        } catch (IOException left) {
            LOG.log(Level.WARNING, "Files of a broker are left in " + folder, left);
        }
    }

    /** Sweeps where {@link #make} makes them, before the first broker of this process starts; that may take a while. */
    static void sweepOnce() {
        if (!SWEPT.getAndSet(true)) {
            sweep(Path.of(System.getProperty("java.io.tmpdir")));
        }
    }

    /** Removes the folders of processes that are no more. */
    static void sweep(Path all) {
        try (var folders = Files.newDirectoryStream(all, PREFIX + "*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && isGone(name.group(1)) && isFree(folder.resolve(".lock"))) {
                    remove(folder);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "Folders of former brokers can't be looked for", unreadable);
        }
    }

    private static boolean isGone(String pid) {
        return pid.length() < 19 && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    /** A process in another container can't be seen from here, but its broker holds this lock. */
    private static boolean isFree(Path lock) {
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            return held != null;
        } catch (IOException | OverlappingFileLockException held) {
            return false;
        }
    }
}
