package io.lanyard.core.call;

import io.lanyard.core.ApiFailure;
import io.lanyard.core.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Core, call: what a {@link Call} has been told so far, and how it becomes a request. */
final class Draft {

    private final String operation;
    private final String method;
    private final String base;
    private final String path;
    private final List<String> headers = new ArrayList<>(8);
    private @Nullable StringBuilder query;

    CallClass kind;
    Body body = Body.NONE;
    boolean authenticated = true;
    boolean goneIsDone;
    boolean streamed;
    String accept = "application/json";

    @Nullable Function<ApiFailure, ConflictException> onConflict;

    Draft(String operation, CallClass kind, String method, String base, String path) {
        this.operation = operation;
        this.kind = kind;
        this.method = method;
        this.base = base;
        this.path = path;
    }

    boolean is(String verb) {
        return method.equals(verb);
    }

    void query(String name, @Nullable Object value) {
        if (value instanceof Iterable<?> values) {
            values.forEach(each -> query(name, each));
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(each -> query(name, each));
        } else if (value != null) {
            var text = query == null ? new StringBuilder(64) : query;
            query = text;
            parameter(text, name, Paths.text(value));
        }
    }

    void header(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException("the header " + name + " has a control character at position " + i);
            }
        }
        headers.add(name);
        headers.add(value);
    }

    /** Finishes the request as it was told. */
    Plan plan(String userAgent) {
        return plan(userAgent, query == null ? "" : query.toString());
    }

    /** Finishes the request with one more query parameter than it was told. */
    Plan plan(String userAgent, String name, String value) {
        var text = new StringBuilder(128);
        if (query != null) {
            text.append(query);
        }
        parameter(text, name, value);
        return plan(userAgent, text.toString());
    }

    private Plan plan(String userAgent, String queryText) {
        var all = new Headers.Builder().add("Accept", accept).add("User-Agent", userAgent);
        for (int i = 0; i < headers.size(); i += 2) {
            all.addUnsafeNonAscii(headers.get(i), headers.get(i + 1));
        }
        var request = new Request.Builder()
                .url(HttpUrl.get(base + path + queryText))
                .headers(all.build())
                .method(method, body.toRequest(method, kind.oneShot()))
                .build();
        int end = path.indexOf('?');
        var bare = end < 0 ? path : path.substring(0, end);
        return new Plan(
                operation, kind, bare, request, authenticated, body.repeatable(), goneIsDone, streamed, onConflict);
    }

    private static void parameter(StringBuilder text, String name, String value) {
        text.append(text.isEmpty() ? '?' : '&');
        Paths.encode(text, name, "the parameter");
        Paths.encode(text.append('='), value, name);
    }
}
