// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.stream.JsonWriter;
import io.lanyard.sandbox.services.logs.index.Hit;
import io.lanyard.sandbox.services.logs.ingestion.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One result of a query.
 *
 * @param metadata what the service knows about the log; nothing when the query made the result
 * @param labels where the log is from
 * @param userData the log, or what the query made, as JSON text
 */
public record Result(Map<String, String> metadata, Map<String, String> labels, String userData) {

    /** Tells a log as it is. */
    public static Result of(Hit hit) {
        return new Result(metadata(hit), hit.labels(), hit.json());
    }

    /** What the service knows about a log; the names are inferred (cloud-logs.md §3). */
    public static Map<String, String> metadata(Hit hit) {
        var metadata = new LinkedHashMap<String, String>(4);
        metadata.put("timestamp", time(hit.micros()).toString());
        metadata.put(
                "severity", Severity.of(hit.severity()).orElse(Severity.DEBUG).label());
        metadata.put("logid", new UUID(hit.micros(), hit.number()).toString());
        return metadata;
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    void write(JsonWriter out) throws IOException {
        out.beginObject();
        pairs(out.name("metadata"), metadata);
        pairs(out.name("labels"), labels);
        out.name("user_data").value(userData);
        out.endObject();
    }

    private static void pairs(JsonWriter out, Map<String, String> pairs) throws IOException {
        out.beginArray();
        for (var pair : pairs.entrySet()) {
            out.beginObject();
            out.name("key").value(pair.getKey());
            out.name("value").value(pair.getValue());
            out.endObject();
        }
        out.endArray();
    }
}
