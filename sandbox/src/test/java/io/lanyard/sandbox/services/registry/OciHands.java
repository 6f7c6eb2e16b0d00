// Room: sandbox / registry tests. An OCI client that does exactly what a test says.
package io.lanyard.sandbox.services.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks to one registry with one token. */
final class OciHands {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // test data, compared by nobody
    record Reply(HttpResponse<byte[]> raw) {
        int status() {
            return raw.statusCode();
        }

        byte[] body() {
            return raw.body();
        }

        String text() {
            return new String(raw.body(), UTF_8);
        }

        JsonObject json() {
            return JsonParser.parseString(text()).getAsJsonObject();
        }

        JsonObject error() {
            return json().getAsJsonArray("errors").get(0).getAsJsonObject();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private final URI base;
    private final String token;

    OciHands(String base, String token) {
        this.base = URI.create(base);
        this.token = token;
    }

    Reply send(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Reply(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(method + " " + path, failed);
        }
    }

    void blob(String repository, byte[] content) {
        var reply = send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + Digest.of(content), content);
        assertThat(reply.status()).describedAs(reply.text()).isEqualTo(201);
    }

    Reply manifest(String repository, String reference, byte[] manifest, String type) {
        return send("PUT", "/v2/" + repository + "/manifests/" + reference, manifest, "Content-Type", type);
    }

    void push(String repository, String tag, TestImage image) {
        blob(repository, image.config());
        blob(repository, image.layer());
        var reply = manifest(repository, tag, image.manifest(), MediaTypes.OCI_MANIFEST);
        assertThat(reply.status()).describedAs(reply.text()).isEqualTo(201);
    }

    /** Announces a length, sends less, and resets the connection. */
    void cutOff(String method, String path, int announced, String sent) {
        var head = method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + announced + "\r\n\r\n"
                + sent;
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException failed) {
            throw new AssertionError(method + " " + path, failed);
        }
    }
}
