package io.lanyard.core.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Core, JSON: instants as IAM Identity writes them, to the minute: {@code 2024-10-04T14:05+0000}. For
 * {@code @JsonAdapter(IdentityInstantAdapter.class)} on a component.
 */
public final class IdentityInstantAdapter extends TypeAdapter<Instant> {

    /** Called by Gson. */
    public IdentityInstantAdapter() {}

    @Override
    public void write(JsonWriter out, @Nullable Instant value) throws IOException {
        out.value(value == null ? null : Instants.toMinute(value));
    }

    @Override
    public @Nullable Instant read(JsonReader in) throws IOException {
        return in.peek() == JsonToken.NULL ? InstantAdapter.nothing(in) : InstantAdapter.parse(in);
    }
}
