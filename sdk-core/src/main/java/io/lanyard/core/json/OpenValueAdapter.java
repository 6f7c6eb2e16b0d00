package io.lanyard.core.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.lanyard.core.Secret;
import io.lanyard.core.TextValue;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Core, JSON: ids and open values are plain text on the wire. For records with the one component {@code String value} that
 * implement {@link TextValue}; annotate them with {@code @JsonAdapter(OpenValueAdapter.class)}.
 */
public final class OpenValueAdapter implements TypeAdapterFactory {

    /** Called by Gson. */
    public OpenValueAdapter() {}

    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        try {
            @SuppressWarnings("unchecked") // Gson asks for the annotated type itself
            var raw = (Class<T>) type.getRawType();
            var constructor = raw.getDeclaredConstructor(String.class);
            if (!constructor.canAccess(null)) {
                constructor.setAccessible(true);
            }
            return new OfText<>(constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no constructor that takes one String", e);
        }
    }

    private static final class OfText<T> extends TypeAdapter<T> {
        private final Constructor<T> constructor;

        OfText(Constructor<T> constructor) {
            this.constructor = constructor;
        }

        @Override
        public void write(JsonWriter out, @Nullable T value) throws IOException {
            out.value(value == null ? null : ((TextValue) value).value());
        }

        @Override
        public @Nullable T read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            var text = in.nextString();
            try {
                return constructor.newInstance(text);
            } catch (InvocationTargetException e) {
                if (text.isEmpty()) {
                    return null; // how some services say that there is none
                }
                throw new JsonParseException("at " + in.getPath() + ": " + e.getCause(), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new JsonParseException(
                        "at " + in.getPath() + ": cannot make a " + constructor.getDeclaringClass(), e);
            }
        }
    }

    /** Core, JSON: a secret is text on the wire, too, and the only place where it is written is a request's body. */
    public static final class OfSecret extends TypeAdapter<Secret> {

        /** Called by Gson. */
        public OfSecret() {}

        @Override
        public void write(JsonWriter out, @Nullable Secret value) throws IOException {
            out.value(value == null ? null : value.reveal());
        }

        @Override
        public @Nullable Secret read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            var text = in.nextString();
            return text.isEmpty() ? null : Secret.of(text);
        }
    }
}
