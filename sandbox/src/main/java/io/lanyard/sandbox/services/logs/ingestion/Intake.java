// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.ingestion;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.RequestBody;
import io.lanyard.sandbox.kernel.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is sent to {@code /logs/v1/singles}: an array of logs, all of which must be well formed. A log that is too large, too
 * old or too far ahead is left out, and the answer says so, as IBM's does (cloud-logs.md §2).
 *
 * @param logs those that are taken
 * @param remark what there is to say about the others
 */
public record Intake(List<LogRecord> logs, Optional<String> remark) {
    /** The largest request: 2 MB. */
    static final int LARGEST_REQUEST = 2 << 20;

    /** The largest log, its names and other metadata among it: 32 kB. */
    static final int LARGEST_LOG = 32 << 10;

    private static final Duration OLDEST = Duration.ofHours(24);
    private static final Duration NEWEST = Duration.ofHours(4);
    private static final long POLITENESS = 64L << 20;

    /**
     * Reads a body.
     *
     * @param body what was sent
     * @param encoding how it is packed, as its {@code Content-Encoding} says
     * @param now the time of arrival
     */
    public static Intake read(RequestBody body, Optional<String> encoding, Instant now) {
        var array = array(bytes(body, encoding));
        var logs = new ArrayList<LogRecord>(array.size());
        var tooLarge = 0;
        var tooOld = 0;
        var tooNew = 0;
        for (var place = 0; place < array.size(); place++) {
            var log = LogEntry.read("[" + place + "]", array.get(place), now);
            if (log.isLargerThan(LARGEST_LOG)) {
                tooLarge++;
            } else if (log.micros() < LogRecord.micros(now.minus(OLDEST))) {
                tooOld++;
            } else if (log.micros() > LogRecord.micros(now.plus(NEWEST))) {
                tooNew++;
            } else {
                logs.add(log);
            }
        }
        return new Intake(logs, remark(array.size(), tooLarge, tooOld, tooNew));
    }

    private static Optional<String> remark(int all, int tooLarge, int tooOld, int tooNew) {
        var dropped = tooLarge + tooOld + tooNew;
        if (dropped == 0) {
            return Optional.empty();
        }
        var why = new ArrayList<String>(3);
        if (tooLarge > 0) {
            why.add(tooLarge + " larger than " + LARGEST_LOG + " bytes");
        }
        if (tooOld > 0) {
            why.add(tooOld + " older than 24 hours");
        }
        if (tooNew > 0) {
            why.add(tooNew + " more than 4 hours ahead");
        }
        return Optional.of(dropped + " of " + all + " logs were dropped: " + String.join(", ", why) + ".");
    }

    /** What is packed counts as what it is unpacked. A client that sends too much is heard out, so that it reads the refusal. */
    private static byte[] bytes(RequestBody body, Optional<String> encoding) {
        try (InputStream in = Unpacking.open(body, encoding)) {
            var bytes = in.readNBytes(LARGEST_REQUEST + 1);
            if (bytes.length > LARGEST_REQUEST) {
                drain(in);
                throw Refusal.of(
                        Problem.TOO_LARGE,
                        "A request takes no more than 2 MB (" + LARGEST_REQUEST
                                + " bytes) of logs; send them in several.");
            }
            return bytes;
        } catch (IOException broken) {
            throw Unpacking.unreadable(broken);
        }
    }

    private static void drain(InputStream in) throws IOException {
        var chunk = new byte[8 << 10];
        var left = POLITENESS;
        for (var count = in.read(chunk); count >= 0 && left > 0; count = in.read(chunk)) {
            left -= count;
        }
    }

    private static JsonArray array(byte[] bytes) {
        var tree = tree(bytes);
        if (!tree.isJsonArray()) {
            throw Refusal.of(Problem.INVALID, "The body must be a JSON array of logs, even for a single one.");
        }
        if (tree.getAsJsonArray().isEmpty()) {
            throw Refusal.of(Problem.INVALID, "The array of logs is empty.");
        }
        return tree.getAsJsonArray();
    }

    private static JsonElement tree(byte[] bytes) {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new JsonReader(new InputStreamReader(new ByteArrayInputStream(bytes), utf8));
        reader.setStrictness(Strictness.STRICT);
        try {
            var tree = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("text after the end");
            }
            return tree;
        } catch (JsonParseException | IOException | StackOverflowError broken) {
            throw Refusal.of(Problem.MALFORMED_BODY, unreadable(broken, reader));
        }
    }

    private static String unreadable(Throwable broken, JsonReader reader) {
        if (broken instanceof CharacterCodingException || broken.getCause() instanceof CharacterCodingException) {
            return "The body is not valid UTF-8.";
        }
        if (String.valueOf(broken.getMessage()).contains("Nesting limit")) {
            return "The body goes deeper than 255 levels.";
        }
        return "The body is not valid JSON at " + Words.shown(reader.getPath()) + ": an array of logs is needed.";
    }

    static Refusal invalid(String path, String sentence) {
        return Refusal.of(Problem.INVALID, "Property '" + Words.shown(path) + "' " + sentence)
                .about(Words.shown(path));
    }

    static Optional<JsonElement> field(JsonObject log, String name) {
        return Optional.ofNullable(log.get(name)).filter(value -> !value.isJsonNull());
    }
}
