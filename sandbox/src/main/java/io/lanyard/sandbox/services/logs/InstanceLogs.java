// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.services.logs.index.LogFolder;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.query.BackgroundQueries;
import java.nio.file.Path;
import java.util.Optional;

/** The logs of one instance, and the queries about them that nobody waits for. */
final class InstanceLogs implements AutoCloseable {
    private final LogIndex index;
    private final BackgroundQueries background;

    InstanceLogs(Optional<Path> dataFolder) {
        index = new LogIndex(LogFolder.make(dataFolder));
        background = new BackgroundQueries(() -> LogFolder.make(dataFolder));
    }

    LogIndex index() {
        return index;
    }

    BackgroundQueries background() {
        return background;
    }

    @Override
    public void close() {
        background.close();
        index.close();
    }
}
