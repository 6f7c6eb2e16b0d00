// Contracts: one request and its answer, free of any HTTP library.
package io.lanyard.contracts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request and, when it was answered, its answer.
 *
 * <p>Header names are looked up without regard to case. Bodies are text, as the APIs under contract speak JSON, form
 * fields or XML only; a body that was streamed and not kept is absent.
 *
 * @param method the request's method, in capitals
 * @param path the request's path as it was sent, percent-encoded, without its query
 * @param query the query's parameters, decoded
 * @param headers the request's headers
 * @param requestBody the request's body, or null
 * @param status the answer's status, or 0 when there is no answer
 * @param answerHeaders the answer's headers
 * @param answerBody the answer's body, or null
 */
public record Exchange(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        @Nullable String requestBody,
        int status,
        Map<String, List<String>> answerHeaders,
        @Nullable String answerBody) {

    /** Copies what it is given; an empty body counts as none. */
    public Exchange {
        method = method.toUpperCase(Locale.ROOT);
        query = Map.copyOf(query);
        headers = ignoringCase(headers);
        answerHeaders = ignoringCase(answerHeaders);
        requestBody = requestBody == null || requestBody.isEmpty() ? null : requestBody;
        answerBody = answerBody == null || answerBody.isEmpty() ? null : answerBody;
    }

    /**
     * Makes an exchange that has a request only.
     *
     * @param method the request's method
     * @param target the path as sent, with or without {@code ?query}
     * @param headers the request's headers
     * @param body the request's body, or null
     * @return the exchange, without an answer
     */
    public static Exchange request(
            String method, String target, Map<String, List<String>> headers, @Nullable String body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return new Exchange(method, path, parameters(query), headers, body, 0, Map.of(), null);
    }

    /**
     * Adds the answer.
     *
     * @param answerStatus the answer's status
     * @param withHeaders the answer's headers
     * @param withBody the answer's body, or null
     * @return a copy of this exchange with that answer
     */
    public Exchange answered(int answerStatus, Map<String, List<String>> withHeaders, @Nullable String withBody) {
        return new Exchange(method, path, query, headers, requestBody, answerStatus, withHeaders, withBody);
    }

    /**
     * Says whether the answer is a success.
     *
     * @return true for a status of 200 to 299
     */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    private static Map<String, List<String>> ignoringCase(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    static Map<String, List<String>> parameters(String encoded) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            found.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
