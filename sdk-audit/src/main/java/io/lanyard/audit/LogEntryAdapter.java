package io.lanyard.audit;

import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Audit: reads a result, whose maps are lists of key and value on the wire, straight from the stream. Of two values of one key the
 * first counts. A log that came as an object instead of as text is taken as its text.
 */
final class LogEntryAdapter extends TypeAdapter<LogEntry> {

    static final LogEntryAdapter INSTANCE = new LogEntryAdapter();

    @Override
    public LogEntry read(JsonReader in) throws IOException {
        Map<String, String> metadata = Map.of();
        Map<String, String> labels = Map.of();
        var userData = "";
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "metadata" -> metadata = pairs(in);
                case "labels" -> labels = pairs(in);
                case "user_data" -> userData = text(in);
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new LogEntry(metadata, labels, userData);
    }

    private static Map<String, String> pairs(JsonReader in) throws IOException {
        var pairs = new LinkedHashMap<String, String>();
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return pairs;
        }
        in.beginArray();
        while (in.hasNext()) {
            var key = "";
            var value = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.nextName()) {
                    case "key" -> key = text(in);
                    case "value" -> value = text(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            pairs.putIfAbsent(key, value);
        }
        in.endArray();
        return pairs;
    }

    private static String text(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case NULL -> {
                in.nextNull();
                yield "";
            }
            case STRING, NUMBER -> in.nextString();
            case BOOLEAN -> Boolean.toString(in.nextBoolean());
            default -> JsonParser.parseReader(in).toString();
        };
    }

    @Override
    public void write(JsonWriter out, LogEntry entry) throws IOException {
        out.beginObject();
        pairs(out.name("metadata"), entry.metadata());
        pairs(out.name("labels"), entry.labels());
        out.name("user_data").value(entry.userData());
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
