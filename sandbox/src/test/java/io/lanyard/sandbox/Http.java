// Room: sandbox / tests. A plain HTTP client, as anybody would have one.
package io.lanyard.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends what a test says and nothing else. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    /** An answer with its body read. */
    public record Answer(HttpResponse<String> raw) {
        /** The status. */
        public int status() {
            return raw.statusCode();
        }

        /** The body. */
        public String text() {
            return raw.body();
        }

        /** The body as JSON. */
        public JsonObject json() {
            return JsonParser.parseString(raw.body()).getAsJsonObject();
        }

        /** A header, empty when absent. */
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** Sends a request; header names and values alternate. */
    public static Answer send(String method, String url, String body, String... headers) {
        return send(method, url, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    /** Sends bytes; header names and values alternate. */
    public static Answer bytes(String method, String url, byte[] body, String... headers) {
        return send(method, url, BodyPublishers.ofByteArray(body), headers);
    }

    private static Answer send(String method, String url, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(method + " " + url, failed);
        }
    }

    /** Gets. */
    public static Answer get(String url, String... headers) {
        return send("GET", url, "", headers);
    }

    /** Gets with a token. */
    public static Answer getAs(String token, String url) {
        return get(url, "Authorization", "Bearer " + token);
    }

    /** Sends JSON with a token. */
    public static Answer jsonAs(String token, String method, String url, String body) {
        return send(method, url, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    /** Posts a form. */
    public static Answer form(String url, Map<String, String> fields, String... headers) {
        var text = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", url, text, all);
    }

    /** Logs in with an API key and returns the access token. */
    public static String token(Sandbox sandbox, String apiKey) {
        var answer = form(
                sandbox.url() + "/identity/token",
                Map.of("grant_type", "urn:ibm:params:oauth:grant-type:apikey", "apikey", apiKey));
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        return answer.json().get("access_token").getAsString();
    }
}
