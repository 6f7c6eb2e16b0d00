// Room: sandbox / tests. Pushes an image as any OCI client would, with nothing but an HTTP client.
package io.lanyard.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.lanyard.registry.ImageRef;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.services.registry.TestImage;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One push to one repository, as the account's owner. */
final class Push {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String root;
    private final String token;

    private Push(Sandbox sandbox, ImageRef image) throws IOException, InterruptedException {
        this.root = "http://" + image.host() + "/v2/" + image.path();
        var login = "iamapikey:" + sandbox.account().ownerKey().reveal();
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://" + image.host()
                                + "/oauth/token?service=registry&scope=repository:" + image.path() + ":pull,push"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        this.token = JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .get("token")
                .getAsString();
    }

    /** Pushes an image under the tag that its name has. */
    static void of(Sandbox sandbox, TestImage content, ImageRef image) throws IOException, InterruptedException {
        var push = new Push(sandbox, image);
        push.blob(content.config());
        push.blob(content.layer());
        push.put("/manifests/" + image.tag().orElseThrow(), MediaTypes.OCI_MANIFEST, content.manifest());
    }

    private void blob(byte[] content) throws IOException, InterruptedException {
        var started = HTTP.send(
                request("/blobs/uploads/").POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        var location = URI.create(root + "/")
                .resolve(started.headers().firstValue("Location").orElseThrow());
        var joint = location.getQuery() == null ? "?" : "&";
        accepted(HTTP.send(
                HttpRequest.newBuilder(URI.create(location + joint + "digest=" + Digest.of(content)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(content))
                        .build(),
                BodyHandlers.ofString()));
    }

    private void put(String path, String type, byte[] content) throws IOException, InterruptedException {
        accepted(HTTP.send(
                request(path)
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(content))
                        .build(),
                BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + token);
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
    }
}
