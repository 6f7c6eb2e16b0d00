package io.lanyard.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.lanyard.core.call.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Audit: reads the answer to a query over logs, and hands its results on one by one. Nothing but the result at hand is in memory,
 * however long the answer.
 *
 * <p>The events of the stream are {@code {"query_id":…}}, first where it answers a question, {@code {"result":{"results":[…]}}}, {@code {"warning":…}},
 * {@code {"error":…}}, and an error of the API in its own shape; a background query wraps its results once more, into
 * {@code {"response":{"results":{"results":[…]}}}}.
 */
final class QueryStream {

    private static final int MOST_WARNINGS = 100;

    /** Logs have 32 kB; what is sixty times as long is none, and must not fill the memory. */
    private static final long LONGEST_RESULT = 2L * 1024 * 1024;

    private final EventLines lines;
    private final Consumer<LogEntry> results;
    private final boolean announced;
    private final List<QueryWarning> warnings = new ArrayList<>();
    private @Nullable QueryId id;
    private long count;
    private boolean begun;

    private QueryStream(Answer answer, Consumer<LogEntry> results, boolean announced) {
        this.announced = announced;
        this.lines = new EventLines(answer.reader(), LONGEST_RESULT);
        this.results = results;
    }

    /** Reads an answer whose results are kept until it is complete, so that the call may be repeated when it breaks off. */
    static QueryOutcome readAgain(Answer answer, Consumer<LogEntry> results) throws IOException {
        return new QueryStream(answer, results, true).read();
    }

    /** Reads an answer whose results are out of our hands at once: a call must not be repeated as if nothing had come. */
    static QueryOutcome readOnce(Answer answer, Consumer<LogEntry> results) throws IOException {
        return readOnce(answer, new QueryStream(answer, results, true));
    }

    /** The same for the results of a background query, whose id isn't told again. */
    static QueryOutcome readKept(Answer answer, Consumer<LogEntry> results) throws IOException {
        return readOnce(answer, new QueryStream(answer, results, false));
    }

    private static QueryOutcome readOnce(Answer answer, QueryStream stream) throws IOException {
        try {
            return stream.read();
        } catch (IOException | JsonParseException e) {
            if (stream.count > 0) {
                answer.handedOn();
            }
            throw e;
        }
    }

    private static JsonParseException brokenOff(long count, Exception cause) {
        return new JsonParseException("the stream of results breaks off after " + count + " of them", cause);
    }

    private QueryOutcome read() throws IOException {
        try {
            readAll();
            if (announced && !begun) {
                throw new EOFException("not one event came");
            }
        } catch (EOFException e) {
            throw brokenOff(count, e);
        } catch (MalformedJsonException | IllegalStateException | IllegalArgumentException e) {
            throw new JsonParseException(
                    "after " + count + " results comes something that is none: " + e.getMessage(), e);
        } catch (Refused e) {
            throw e.reason;
        }
        return new QueryOutcome(Optional.ofNullable(id), count, warnings);
    }

    private void readAll() throws IOException {
        for (var data = lines.next(); data != null; data = lines.next()) {
            begun = true;
            var json = new JsonReader(data);
            lines.goOn();
            event(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("an event of the stream holds more than one object");
            }
        }
    }

    /** Whoever takes the results threw something, which is none of our business. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final RuntimeException reason;

        Refused(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private void hand(LogEntry entry) {
        lines.goOn();
        count++;
        try {
            results.accept(entry);
        } catch (RuntimeException e) {
            throw new Refused(e);
        }
    }

    private void event(JsonReader in) throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "query_id" -> id = queryId(in);
                case "result", "results", "response" -> nested(in);
                case "warning" -> warning(in);
                case "error", "errors" -> throw failed(JsonParser.parseReader(in));
                default -> in.skipValue();
            }
        }
        in.endObject();
    }

    /** Results lie within {@code result} or {@code response}, at one or two levels. */
    private void nested(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_ARRAY -> {
                in.beginArray();
                while (in.hasNext()) {
                    hand(LogEntryAdapter.INSTANCE.read(in));
                }
                in.endArray();
            }
            case BEGIN_OBJECT -> event(in);
            default -> in.skipValue();
        }
    }

    private static @Nullable QueryId queryId(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.STRING) {
            return QueryId.of(in.nextString());
        }
        QueryId found = null;
        in.beginObject();
        while (in.hasNext()) {
            if (in.nextName().equals("query_id") && in.peek() == JsonToken.STRING) {
                found = QueryId.of(in.nextString());
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        return found;
    }

    private void warning(JsonReader in) {
        var warning = QueryWarning.of(JsonParser.parseReader(in));
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(warning);
        }
    }

    /** The service said 200, and no in the middle of its answer. */
    private JsonParseException failed(JsonElement error) {
        var first = error.isJsonArray() && !error.getAsJsonArray().isEmpty()
                ? error.getAsJsonArray().get(0)
                : error;
        var said = first instanceof JsonObject object && object.has("message")
                ? object.get("message").toString()
                : first.toString();
        return new JsonParseException("the query failed after " + count + " results: " + said);
    }
}
