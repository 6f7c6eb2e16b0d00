package io.lanyard.core.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Core, JSON: what the server may leave out. Absent and null are both empty; empty is left out when written. */
final class OptionalAdapter<T> extends TypeAdapter<Optional<T>> {

    private final TypeAdapter<T> content;

    private OptionalAdapter(TypeAdapter<T> content) {
        this.content = content;
    }

    static final class Factory implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // T is Optional<…> here
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Optional.class) {
                return null;
            }
            var inner = ((ParameterizedType) type.getType()).getActualTypeArguments()[0];
            return (TypeAdapter<T>) new OptionalAdapter<>(gson.getAdapter(TypeToken.get(inner)));
        }
    }

    /** Wraps an adapter that a component names for its content. */
    static <T> TypeAdapter<Optional<T>> of(TypeAdapter<T> content) {
        return new OptionalAdapter<>(content);
    }

    @Override
    @SuppressWarnings("NullableOptional") // Gson's contract lets null in
    public void write(JsonWriter out, @Nullable Optional<T> value) throws IOException {
        if (value == null || value.isEmpty()) {
            out.nullValue();
        } else {
            content.write(out, value.get());
        }
    }

    @Override
    public Optional<T> read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return Optional.empty();
        }
        return Optional.ofNullable(content.read(in));
    }
}
