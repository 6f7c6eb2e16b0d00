package io.lanyard.core.json;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.lanyard.core.Secret;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Core, JSON: the one Gson that all of Lanyard reads and writes with. Snake case, no nulls written, unknown fields ignored,
 * instants in every form that IBM's services use, records without nulls.
 */
public final class Json {

    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, new InstantAdapter())
            .registerTypeAdapter(Secret.class, new OpenValueAdapter.OfSecret())
            .registerTypeAdapterFactory(new OptionalAdapter.Factory())
            .registerTypeAdapterFactory(new RecordAdapterFactory())
            .create();

    private Json() {}

    /**
     * Returns the Gson itself, for adapters that delegate.
     *
     * @return the one Gson
     */
    public static Gson gson() {
        return GSON;
    }

    /**
     * Writes a value as JSON.
     *
     * @param value what to write
     * @return its JSON text
     */
    public static String write(Object value) {
        return GSON.toJson(value);
    }

    /**
     * Builds the JSON tree of a value.
     *
     * @param value what to write
     * @return its JSON tree
     */
    public static JsonElement tree(Object value) {
        return GSON.toJsonTree(value);
    }

    /**
     * Reads a value that has to be there.
     *
     * @param text the JSON text
     * @param type what it is
     * @param <T> what it is
     * @return the value
     * @throws JsonParseException when the text is not JSON, is null or empty, or has another shape
     */
    public static <T> T read(String text, Class<T> type) {
        return read(text, TypeToken.get(type));
    }

    /**
     * Reads a value that has to be there.
     *
     * @param text the JSON text
     * @param type what it is, such as {@code new TypeToken<List<String>>() {}}
     * @param <T> what it is
     * @return the value
     * @throws JsonParseException when the text is not JSON, is null or empty, or has another shape
     */
    public static <T> T read(String text, TypeToken<T> type) {
        try {
            return read(new StringReader(text), type);
        } catch (IOException e) {
            throw new JsonIOException(e);
        }
    }

    /**
     * Reads a value that has to be there, to the end of what is sent.
     *
     * @param text where the JSON comes from; left open
     * @param type what it is
     * @param <T> what it is
     * @return the value
     * @throws JsonParseException when the text is not JSON, is null or empty, or has another shape
     * @throws IOException when reading itself fails
     */
    public static <T> T read(Reader text, TypeToken<T> type) throws IOException {
        return read(text, GSON.getAdapter(type));
    }

    /**
     * Reads a value that has to be there, to the end of what is sent.
     *
     * @param text where the JSON comes from; left open
     * @param adapter what reads it
     * @param <T> what it is
     * @return the value
     * @throws JsonParseException when the text is not JSON, is null or empty, or has another shape
     * @throws IOException when reading itself fails
     */
    public static <T> T read(Reader text, TypeAdapter<T> adapter) throws IOException {
        var in = new JsonReader(text);
        try {
            var value = adapter.read(in);
            if (value == null) {
                throw new JsonParseException("it is null");
            }
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("there is more after its end");
            }
            return value;
        } catch (EOFException e) {
            throw new JsonParseException("it ends too early, or is empty", e);
        } catch (MalformedJsonException e) {
            throw new JsonParseException("it is not JSON", e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new JsonParseException("it has another shape: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a value that may be something else.
     *
     * @param text the text
     * @param type what it might be
     * @param <T> what it might be
     * @return the value, empty when the text is not of that shape
     */
    public static <T> Optional<T> tryRead(@Nullable String text, Class<T> type) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(text, type));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
