// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.services.logs.index.LogFolder;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.query.BackgroundQueries;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The logs of one instance, and the queries about them that nobody waits for. Files are made when somebody asks for either. */
final class InstanceLogs implements AutoCloseable {
    private final Optional<Path> dataFolder;
    private final BackgroundQueries background;
    private @Nullable LogIndex index;
    private boolean closed;

    InstanceLogs(Optional<Path> dataFolder) {
        this.dataFolder = dataFolder;
        background = new BackgroundQueries(() -> LogFolder.make(dataFolder));
    }

    synchronized LogIndex index() {
        if (closed) {
            throw new LogIndex.GoneException();
        }
        if (index == null) {
            index = new LogIndex(LogFolder.make(dataFolder));
        }
        return index;
    }

    BackgroundQueries background() {
        return background;
    }

    @Override
    public void close() {
        background.close();
        var gone = last();
        if (gone != null) {
            gone.close();
        }
    }

    private synchronized @Nullable LogIndex last() {
        closed = true;
        return index;
    }
}
