package io.lanyard.core.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.lanyard.core.Page;
import io.lanyard.core.json.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Core, call: reads one page as it arrives: the items, and the token of the page after it. */
final class PageReader {

    private PageReader() {}

    static <T> Page<T> read(Reader text, String field, Class<T> type) throws IOException {
        return read(text, field, type, null);
    }

    static <T> Page<T> read(Reader text, String field, Class<T> type, @Nullable PageStyle style) throws IOException {
        return parsed(new JsonReader(text), in -> {
            List<T> items = List.of();
            String next = null;
            in.beginObject();
            while (in.hasNext()) {
                var name = in.nextName();
                if (name.equals(field)) {
                    items = items(in, type);
                } else if (style != null && name.equals(style.link())) {
                    next = token(Json.gson().getAdapter(JsonElement.class).read(in), style);
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
            return new Page<>(items, Optional.ofNullable(next));
        });
    }

    /** Reads an answer that is a list and nothing else. */
    static <T> List<T> list(Reader text, Class<T> type) throws IOException {
        return parsed(new JsonReader(text), in -> {
            if (in.peek() == JsonToken.NULL) {
                throw new JsonParseException("the body is null");
            }
            return List.copyOf(items(in, type));
        });
    }

    private interface Parsing<T> {
        T of(JsonReader in) throws IOException;
    }

    private static <T> T parsed(JsonReader in, Parsing<T> parsing) throws IOException {
        try {
            return parsing.of(in);
        } catch (EOFException | MalformedJsonException e) {
            throw new JsonParseException(e.getMessage(), e);
        } catch (IllegalStateException | NumberFormatException e) {
            throw new JsonParseException(e.getMessage(), e);
        }
    }

    private static <T> List<T> items(JsonReader in, Class<T> type) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return List.of();
        }
        var adapter = Json.gson().getAdapter(type);
        var items = new ArrayList<T>();
        in.beginArray();
        while (in.hasNext()) {
            var item = adapter.read(in);
            if (item == null) {
                throw new JsonParseException("at " + in.getPath() + ": an item is null");
            }
            items.add(item);
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
        int at = link.indexOf('?');
        int end = link.indexOf('#', Math.max(at, 0));
        int last = end < 0 ? link.length() : end;
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
}
