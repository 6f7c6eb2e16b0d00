// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A query that goes on while nobody waits. It waits for its turn, runs, and ends in one of three ways; what ended stays so. */
public final class BackgroundQuery {
    private static final Logger LOG = System.getLogger(BackgroundQuery.class.getName());
    private static final int CHUNK = 64 << 10;

    private final Question question;
    private final Supplier<Instant> clock;
    private final Path results;
    private final Instant submitted;
    private State state = State.WAITING;
    private @Nullable Instant running;
    private @Nullable Instant ended;
    private String failure = "";
    private List<JsonObject> warnings = List.of();

    /** How far a query is. */
    public enum State {
        /** It waits for its turn. */
        WAITING,
        /** It is being worked on. */
        RUNNING,
        /** Its results can be read. */
        SUCCEEDED,
        /** It failed. */
        FAILED,
        /** It was cancelled. */
        CANCELLED
    }

    BackgroundQuery(Question question, Supplier<Instant> clock, Path results) {
        this.question = question;
        this.clock = clock;
        this.results = results;
        this.submitted = clock.get();
    }

    /** Works, on a thread of its own. */
    void run() {
        if (!begin()) {
            return;
        }
        try (var telling = question.keep()) {
            copy(telling);
            end(telling.failure().isPresent() ? State.FAILED : State.SUCCEEDED, telling);
        } catch (IOException full) {
            fail("The results can't be kept: " + full.getMessage());
        } catch (RuntimeException | Error accident) { // it would keep its place among those at work forever
            fail("The query broke off: " + accident.getClass().getSimpleName());
            LOG.log(Level.ERROR, "A background query broke off", accident);
        }
        if (state() != State.SUCCEEDED) {
            forget();
        }
    }

    private synchronized boolean begin() {
        if (state == State.WAITING) {
            state = State.RUNNING;
            running = clock.get();
        }
        return state == State.RUNNING;
    }

    private void copy(InputStream telling) throws IOException {
        try (var out = Files.newOutputStream(results)) {
            var chunk = new byte[CHUNK];
            for (var count = telling.read(chunk); count >= 0 && state() == State.RUNNING; count = telling.read(chunk)) {
                out.write(chunk, 0, count);
            }
        }
    }

    private synchronized void end(State how, Telling telling) {
        if (state == State.RUNNING) {
            state = how;
            ended = clock.get();
            warnings = telling.warnings();
            failure = telling.failure().orElse("");
        }
    }

    private synchronized void fail(String why) {
        if (state == State.RUNNING) {
            state = State.FAILED;
            ended = clock.get();
            failure = why;
        }
    }

    /** Cancels it; one that has ended stays as it is. */
    public synchronized void cancel() {
        if (!isOver()) {
            state = State.CANCELLED;
            ended = clock.get();
        }
    }

    /** Returns how far it is. */
    public synchronized State state() {
        return state;
    }

    synchronized boolean isOver() {
        return state != State.WAITING && state != State.RUNNING;
    }

    /** Returns why it failed, if it did. */
    public synchronized String failure() {
        return failure;
    }

    /** Opens the results of one that succeeded. */
    public InputStream open() throws IOException {
        return Files.newInputStream(results);
    }

    void forget() {
        try {
            Files.deleteIfExists(results);
        } catch (IOException stays) {
            results.toFile().deleteOnExit();
        }
    }

    /** Tells how far it is, in the contract's words: one of three objects, the last of them again one of three. */
    public synchronized JsonObject told() {
        var told = new JsonObject();
        told.addProperty("submitted_at", submitted.toString());
        told.add("metadata", new JsonArray());
        var all = new JsonArray();
        warnings.forEach(all::add);
        told.add("warnings", all);
        switch (state) {
            case WAITING -> told.add("waiting_for_execution", new JsonObject());
            case RUNNING -> told.add("running", since());
            case SUCCEEDED -> told.add("terminated", terminated("success", new JsonObject()));
            case FAILED -> told.add("terminated", terminated("error", failed()));
            case CANCELLED -> told.add("terminated", terminated("cancelled", new JsonObject()));
        }
        return told;
    }

    /** One that was cancelled before its turn ran for no time. */
    private JsonObject since() {
        var since = new JsonObject();
        since.addProperty(
                "running_since",
                Optional.ofNullable(running)
                        .or(() -> Optional.ofNullable(ended))
                        .orElse(submitted)
                        .toString());
        return since;
    }

    private JsonObject terminated(String how, JsonObject details) {
        var terminated = since();
        terminated.addProperty(
                "terminated_at", Optional.ofNullable(ended).orElse(submitted).toString());
        terminated.add(how, details);
        return terminated;
    }

    private JsonObject failed() {
        var reason = new JsonObject();
        reason.addProperty("reason", failure);
        var failed = new JsonObject();
        failed.add("failed", reason);
        return failed;
    }
}
