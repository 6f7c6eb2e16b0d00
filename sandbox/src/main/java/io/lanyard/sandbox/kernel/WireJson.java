// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonWriter;

/** How the sandbox writes JSON: snake case, absent instead of null, fields always in the same order. */
public final class WireJson {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .registerTypeAdapterFactory(new FixedOrder())
            .disableHtmlEscaping()
            .create();

    private WireJson() {}

    /** Writes a value. */
    public static String write(Object value) {
        return value instanceof JsonElement json ? GSON.toJson(json) : GSON.toJson(value);
    }

    /** Writes a value as a part of something larger. */
    public static void write(Object value, JsonWriter out) {
        GSON.toJson(value, value.getClass(), out);
    }

    /** Turns a value into a tree. */
    public static JsonElement tree(Object value) {
        return GSON.toJsonTree(value);
    }

    /** Reads a tree as a type. */
    public static <T> T read(JsonElement json, Class<T> type) {
        return GSON.fromJson(json, type);
    }
}
