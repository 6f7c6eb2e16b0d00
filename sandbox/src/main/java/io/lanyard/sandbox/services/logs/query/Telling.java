// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Results as a stream of events, made while it is read: {@code : success}, then lines of {@code data: {…}} with a blank one after
 * each, exactly as IBM's SDK expects them (cloud-logs.md §3). A handful of results is in memory at a time, however many there are.
 */
final class Telling extends InputStream {
    private static final int RESULTS_AN_EVENT = 100;
    private static final int LARGEST_EVENT = 128 << 10;

    private final Form form;
    private final Supplier<Answer> begin;
    private final Deque<byte[]> ready = new ArrayDeque<>();
    private final List<JsonObject> warnings = new ArrayList<>();
    private @Nullable String failure;
    private Answer answer = Answer.NONE;
    private byte[] now = {};
    private int at;
    private int told;
    private Stage stage = Stage.NEW;

    private enum Stage {
        NEW,
        RESULTS,
        OVER
    }

    /** How results are wrapped. */
    enum Form {
        /** {@code {"result":{"results":[…]}}}. */
        DIRECT("{\"result\":{\"results\":", "}}"),
        /** {@code {"response":{"results":{"results":[…]}}}}. */
        BACKGROUND("{\"response\":{\"results\":{\"results\":", "}}}");

        private final String before;
        private final String after;

        Form(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    /**
     * Begins.
     *
     * @param opening events to be told first
     * @param begin begins the search; asked when the first byte is
     */
    Telling(Form form, List<JsonObject> opening, Supplier<Answer> begin) {
        this.form = form;
        this.begin = begin;
        ready.add(bytes(": success\n"));
        opening.forEach(event -> ready.add(event(event.toString())));
        now = ready.removeFirst();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (at == now.length) {
            if (ready.isEmpty()) {
                prepare();
            }
            if (ready.isEmpty()) {
                return -1;
            }
            now = ready.removeFirst();
            at = 0;
        }
        var count = Math.min(length, now.length - at);
        System.arraycopy(now, at, into, offset, count);
        at += count;
        return count;
    }

    private void prepare() {
        if (stage == Stage.OVER) {
            return;
        }
        try {
            if (stage == Stage.NEW) {
                stage = Stage.RESULTS;
                answer = begin.get();
                answer.early().forEach(this::warn);
            }
            results(answer.results());
        } catch (RuntimeException | StackOverflowError broken) {
            fail(broken);
        }
    }

    private void results(Iterator<Result> results) {
        var out = new StringWriter(LARGEST_EVENT / 4);
        out.write(form.before);
        var count = 0;
        try {
            var json = new JsonWriter(out);
            json.beginArray();
            while (count < RESULTS_AN_EVENT
                    && out.getBuffer().length() < LARGEST_EVENT
                    && told < answer.limit()
                    && results.hasNext()) {
                results.next().write(json);
                count++;
                told++;
            }
            json.endArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        out.write(form.after);
        if (count > 0 || told == 0) {
            ready.add(event(out.toString()));
        }
        if (told >= answer.limit() || !results.hasNext()) {
            end(results.hasNext());
        }
    }

    private void end(boolean more) {
        stage = Stage.OVER;
        if (more) {
            warn(Warnings.results(answer.limit()));
        }
        answer.late().get().forEach(this::warn);
    }

    /** Who isn't waiting reads warnings elsewhere. */
    private void warn(JsonObject warning) {
        if (form == Form.BACKGROUND) {
            warnings.add(warning);
            return;
        }
        var event = new JsonObject();
        event.add("warning", warning);
        ready.add(event(event.toString()));
    }

    /** The answer has begun, so its status is said; what goes wrong now is an event of its own. */
    private void fail(Throwable broken) {
        stage = Stage.OVER;
        failure = sentence(broken);
        if (form == Form.BACKGROUND) {
            return;
        }
        var error = new JsonObject();
        error.addProperty("message", failure);
        var event = new JsonObject();
        event.add("error", error);
        ready.add(event(event.toString()));
    }

    static String sentence(Throwable broken) {
        if (broken instanceof QueryException asked) {
            return asked.sentence();
        }
        return "The query failed after it had begun: "
                + (broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage());
    }

    /** Returns what was said beside the results, where that isn't told with them. */
    List<JsonObject> warnings() {
        return List.copyOf(warnings);
    }

    /** Returns why there are no more results, if that isn't because all were told. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private static byte[] event(String json) {
        return bytes("data: " + json + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stage = Stage.OVER;
        ready.clear();
        answer.close();
    }
}
