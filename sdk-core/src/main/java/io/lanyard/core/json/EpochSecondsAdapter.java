package io.lanyard.core.json;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Core, JSON: instants as tokens and docker's API write them, in whole seconds since 1970. For
 * {@code @JsonAdapter(EpochSecondsAdapter.class)} on a component.
 */
public final class EpochSecondsAdapter extends TypeAdapter<Instant> {

    /** Called by Gson. */
    public EpochSecondsAdapter() {}

    @Override
    public void write(JsonWriter out, @Nullable Instant value) throws IOException {
        out.value(value == null ? null : value.getEpochSecond());
    }

    @Override
    public @Nullable Instant read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            return InstantAdapter.nothing(in);
        }
        long seconds = in.nextLong();
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            throw new JsonParseException("at " + in.getPath() + ": no instant: " + seconds, e);
        }
    }
}
