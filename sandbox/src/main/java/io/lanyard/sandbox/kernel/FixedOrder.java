// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the maps of {@code Map.of} and {@code Map.copyOf} by name: their own order is another one in each JVM, and an answer should
 * look the same tomorrow. Other maps keep the order they have.
 */
final class FixedOrder implements TypeAdapterFactory {
    private static final Class<?> SHUFFLED = Map.of().getClass();

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (!Map.class.isAssignableFrom(type.getRawType())) {
            return null;
        }
        var delegate = gson.getDelegateAdapter(this, type);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                if (value != null && value.getClass() == SHUFFLED) {
                    gson.toJson(new TreeMap<>((Map<?, ?>) value), TreeMap.class, out);
                } else {
                    delegate.write(out, value);
                }
            }

            @Override
            public T read(JsonReader in) throws IOException {
                return delegate.read(in);
            }
        };
    }
}
