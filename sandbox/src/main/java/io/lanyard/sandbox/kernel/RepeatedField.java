// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds a field that one JSON object has twice: readers differ in which of the two they believe, so it is refused. */
public final class RepeatedField {
    private RepeatedField() {}

    /**
     * Returns the name of the first field that comes again in its object.
     *
     * @param json a text that was parsed before
     * @throws IOException when the text is not JSON
     */
    public static Optional<String> in(String json) throws IOException {
        var reader = new JsonReader(new StringReader(json));
        Deque<Set<String>> open = new ArrayDeque<>();
        while (true) {
            switch (reader.peek()) {
                case BEGIN_OBJECT -> {
                    reader.beginObject();
                    open.push(new HashSet<>());
                }
                case END_OBJECT -> {
                    reader.endObject();
                    open.pop();
                }
                case BEGIN_ARRAY -> reader.beginArray();
                case END_ARRAY -> reader.endArray();
                case NAME -> {
                    var name = reader.nextName();
                    if (!open.element().add(name)) {
                        return Optional.of(name);
                    }
                }
                case END_DOCUMENT -> {
                    return Optional.empty();
                }
                case STRING, NUMBER, BOOLEAN, NULL -> reader.skipValue();
            }
        }
    }
}
