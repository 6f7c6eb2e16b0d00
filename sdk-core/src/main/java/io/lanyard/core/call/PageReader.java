package io.lanyard.core.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.lanyard.core.Page;
import io.lanyard.core.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Core, call: reads one page as it arrives: the items, and the token of the page after it. */
final class PageReader<T> extends TypeAdapter<Page<T>> {

    private final String field;
    private final TypeAdapter<T> item;
    private final @Nullable PageStyle style;

    /** Reads lists from a field; without a style, they come in one piece. */
    PageReader(String field, TypeAdapter<T> item, @Nullable PageStyle style) {
        this.field = field;
        this.item = item;
        this.style = style;
    }

    /** Reads an answer that is a list and nothing else. */
    static <T> TypeAdapter<List<T>> list(Class<T> type) {
        var reader = new PageReader<>("", Json.gson().getAdapter(type), null);
        return new TypeAdapter<>() {
            @Override
            public List<T> read(JsonReader in) throws IOException {
                if (in.peek() == JsonToken.NULL) {
                    throw new JsonParseException("it is null");
                }
                return List.copyOf(reader.items(in));
            }

            @Override
            public void write(JsonWriter out, List<T> list) {
                throw new UnsupportedOperationException("lists are read, never written");
            }
        };
    }

    @Override
    public Page<T> read(JsonReader in) throws IOException {
        List<T> items = List.of();
        String next = null;
        in.beginObject();
        while (in.hasNext()) {
            var name = in.nextName();
            if (name.equals(field)) {
                items = items(in);
            } else if (style != null && name.equals(style.link())) {
                next = token(Json.gson().getAdapter(JsonElement.class).read(in), style);
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        return new Page<>(items, Optional.ofNullable(next));
    }

    private List<T> items(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return List.of();
        }
        var items = new ArrayList<T>();
        in.beginArray();
        while (in.hasNext()) {
            var read = item.read(in);
            if (read == null) {
                throw new JsonParseException("at " + in.getPath() + ": an item is null");
            }
            items.add(read);
        }
        in.endArray();
        return items;
    }

    private static @Nullable String token(JsonElement link, PageStyle style) {
        if (link.isJsonPrimitive()) {
            return parameter(link.getAsString(), style.parameter());
        }
        if (!link.isJsonObject()) {
            return null;
        }
        var object = link.getAsJsonObject();
        var start = object.get("start");
        if (style.startField()
                && start != null
                && start.isJsonPrimitive()
                && !start.getAsString().isEmpty()) {
            return start.getAsString();
        }
        var href = object.get("href");
        return href != null && href.isJsonPrimitive() ? parameter(href.getAsString(), style.parameter()) : null;
    }

    /** Looks a parameter up in a link's query; the link may be absolute or relative, and is never followed. */
    static @Nullable String parameter(String link, String name) {
        int hash = link.indexOf('#');
        int last = hash < 0 ? link.length() : hash;
        int at = link.indexOf('?');
        while (at >= 0 && at < last) {
            int from = at + 1;
            int next = link.indexOf('&', from);
            int to = next < 0 || next > last ? last : next;
            int equals = link.indexOf('=', from);
            if (equals >= 0
                    && equals < to
                    && decoded(link.substring(from, equals)).equals(name)) {
                var value = decoded(link.substring(equals + 1, to));
                return value.isEmpty() ? null : value;
            }
            at = next;
        }
        return null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a lone percent sign: take it as it is
        }
    }

    @Override
    public void write(JsonWriter out, Page<T> page) {
        throw new UnsupportedOperationException("pages are read, never written");
    }
}
