package io.lanyard.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.lanyard.core.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Audit: what was asked or answered, in terms of the action, or what else a service tells. Some tell data as an object, some as that
 * object's text; both are read alike.
 */
@JsonAdapter(EventData.Adapter.class)
public final class EventData {

    private final JsonElement json;

    private EventData(JsonElement json) {
        this.json = json;
    }

    /**
     * Makes one.
     *
     * @param json the JSON text
     * @return what it says; text that is no JSON says itself
     */
    public static EventData of(String json) {
        return new EventData(Json.tryRead(json, JsonElement.class).orElseGet(() -> Json.tree(json)));
    }

    /**
     * Looks something up.
     *
     * @param path names of fields, one inside the other: {@code text("subject", "iam_id")}
     * @return the value as text; JSON when it is an object or a list; empty when there is none
     */
    public Optional<String> text(String... path) {
        var at = json;
        for (var name : path) {
            var next = at.isJsonObject() ? at.getAsJsonObject().get(name) : null;
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        if (at.isJsonNull()) {
            return Optional.empty();
        }
        return Optional.of(at.isJsonPrimitive() ? at.getAsString() : at.toString());
    }

    /** {@return the names of the fields; none when it is no object} */
    public List<String> names() {
        return json.isJsonObject() ? List.copyOf(json.getAsJsonObject().keySet()) : List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventData that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** {@return the JSON text} */
    @Override
    public String toString() {
        return json.toString();
    }

    /** Takes an object as it is, and a text for the JSON in it. */
    static final class Adapter extends TypeAdapter<EventData> {
        @Override
        public EventData read(JsonReader in) {
            var element = JsonParser.parseReader(in);
            return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()
                    ? of(element.getAsString())
                    : new EventData(element);
        }

        @Override
        public void write(JsonWriter out, EventData data) throws IOException {
            boolean before = out.getSerializeNulls();
            out.setSerializeNulls(true); // a null that a service tells is something that it tells
            Json.gson().getAdapter(JsonElement.class).write(out, data.json);
            out.setSerializeNulls(before);
        }
    }
}
