// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.logs.index.LogFolder;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queries of one instance that nobody waits for. They run one after the other, and their results are kept in files. */
public final class BackgroundQueries implements AutoCloseable {
    /** How many may wait or run at a time; ours. */
    static final int MOST_AT_WORK = 10;

    /** How many are remembered; ours, the oldest that have ended go. */
    static final int MOST = 50;

    private final Supplier<LogFolder> folders;
    private final Map<String, BackgroundQuery> queries = new LinkedHashMap<>();
    private @Nullable LogFolder folder;
    private @Nullable ThreadPoolExecutor worker;
    private boolean ended;

    /** Begins with none; a folder for results is made for the first. */
    public BackgroundQueries(Supplier<LogFolder> folders) {
        this.folders = folders;
    }

    /**
     * Takes a query on.
     *
     * @throws LogIndex.GoneException when the instance went meanwhile
     */
    public synchronized void submit(String id, Question question, Supplier<Instant> clock) {
        if (ended) {
            throw new LogIndex.GoneException();
        }
        if (queries.values().stream().filter(query -> !query.isOver()).count() >= MOST_AT_WORK) {
            throw Refusal.of(
                            Problem.CONFLICT,
                            MOST_AT_WORK + " background queries are at work on this instance already; wait for one, or"
                                    + " cancel one.")
                    .status(429)
                    .code("resource_exhausted");
        }
        if (folder == null) {
            folder = folders.get();
        }
        var query = new BackgroundQuery(question, clock, folder.path().resolve(id));
        queries.put(id, query);
        forgetOldest();
        worker().execute(query::run);
    }

    private void forgetOldest() {
        var over = queries.entrySet().stream()
                .filter(entry -> entry.getValue().isOver())
                .limit(Math.max(0, queries.size() - MOST))
                .toList();
        over.forEach(entry -> {
            queries.remove(entry.getKey());
            entry.getValue().forget();
        });
    }

    private ThreadPoolExecutor worker() {
        if (worker == null) {
            worker = new ThreadPoolExecutor(1, 1, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                var thread = new Thread(work, "background-queries");
                thread.setDaemon(true);
                return thread;
            });
            worker.allowCoreThreadTimeOut(true);
        }
        return worker;
    }

    /** Finds a query. */
    public synchronized Optional<BackgroundQuery> find(String id) {
        return Optional.ofNullable(queries.get(id));
    }

    /** Cancels all, and forgets their results. */
    @Override
    public void close() {
        end();
        var kept = folder;
        if (kept != null) {
            kept.close();
        }
    }

    private synchronized void end() {
        ended = true; // who comes late must not have a folder made that nobody removes
        queries.values().forEach(BackgroundQuery::cancel);
        queries.clear();
        if (worker != null) {
            worker.shutdown();
        }
    }
}
