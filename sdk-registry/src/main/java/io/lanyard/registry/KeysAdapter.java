package io.lanyard.registry;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registry: docker's way to write a set, an object whose values are empty objects: {@code {"80/tcp": {}}}. */
final class KeysAdapter extends TypeAdapter<Set<String>> {

    @Override
    public void write(JsonWriter out, @Nullable Set<String> keys) throws IOException {
        if (keys == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        for (var key : keys) {
            out.name(key).beginObject().endObject();
        }
        out.endObject();
    }

    @Override
    public @Nullable Set<String> read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        var keys = new LinkedHashSet<String>();
        in.beginObject();
        while (in.hasNext()) {
            keys.add(in.nextName());
            in.skipValue();
        }
        in.endObject();
        return Collections.unmodifiableSet(keys);
    }
}
