package io.lanyard.core.json;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Core, JSON: instants, read in all forms, written as RFC 3339 ({@code 2024-10-04T14:05:00Z}). */
final class InstantAdapter extends TypeAdapter<Instant> {

    @Override
    public void write(JsonWriter out, @Nullable Instant value) throws IOException {
        out.value(value == null ? null : value.toString());
    }

    @Override
    public @Nullable Instant read(JsonReader in) throws IOException {
        return in.peek() == JsonToken.NULL ? nothing(in) : parse(in);
    }

    static @Nullable Instant nothing(JsonReader in) throws IOException {
        in.nextNull();
        return null;
    }

    /** An empty text is how some services say that there is no instant. */
    static @Nullable Instant parse(JsonReader in) throws IOException {
        var text = in.nextString();
        if (text.isEmpty()) {
            return null;
        }
        var instant = Instants.parsed(text);
        if (instant == null) {
            throw new JsonParseException("at " + in.getPath() + ": no instant: '" + text + "'");
        }
        return instant;
    }
}
