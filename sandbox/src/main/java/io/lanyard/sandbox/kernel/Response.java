// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer: status, headers in order, body. Immutable; the {@code with…} methods return changed copies.
 *
 * @param status the HTTP status
 * @param headers name and value, in order
 * @param body the body
 */
public record Response(int status, List<Map.Entry<String, String>> headers, ResponseBody body) {
    private static final ResponseBody NOTHING = new ResponseBody.None();
    private static final Map.Entry<String, String> JSON = Map.entry("Content-Type", "application/json;charset=utf-8");

    /** Keeps the headers from later changes. */
    public Response {
        headers = List.copyOf(headers);
    }

    /** Starts an answer without a body. */
    public static Response status(int status) {
        return new Response(status, List.of(), NOTHING);
    }

    /** Answers 200 with a record or any value that the sandbox's JSON writes. */
    public static Response ok(Object value) {
        return json(200, value);
    }

    /** Answers 201 with a record or any value that the sandbox's JSON writes. */
    public static Response created(Object value) {
        return json(201, value);
    }

    /** Answers 204. */
    public static Response noContent() {
        return status(204);
    }

    /** Answers with JSON: a {@link JsonElement}, a record, a map or a list. */
    public static Response json(int status, Object value) {
        return jsonBytes(status, WireJson.write(value).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with JSON that is already written. */
    public static Response jsonBytes(int status, byte[] written) {
        return new Response(status, List.of(JSON), new ResponseBody.Bytes(written));
    }

    /** Answers with plain bytes of a media type. */
    public static Response bytes(int status, String mediaType, byte[] bytes) {
        return new Response(status, List.of(Map.entry("Content-Type", mediaType)), new ResponseBody.Bytes(bytes));
    }

    /** Answers with bytes that are read while they are sent; {@code length} -1 when unknown. */
    public static Response stream(int status, String mediaType, long length, ResponseBody.Source source) {
        return new Response(
                status, List.of(Map.entry("Content-Type", mediaType)), new ResponseBody.Stream(length, source));
    }

    /** Adds a header. */
    public Response with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, more, body);
    }

    /** Adds the {@code ETag} header. */
    public Response withEtag(String etag) {
        return with("ETag", etag);
    }

    /** Returns the first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
