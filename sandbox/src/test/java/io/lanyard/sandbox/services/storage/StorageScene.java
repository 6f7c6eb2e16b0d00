// Room: sandbox / object storage tests. An instance, people, and hands to talk S3 with.
package io.lanyard.sandbox.services.storage;

import com.google.gson.JsonObject;
import io.lanyard.core.Crn;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Where the tests of Object Storage begin. */
final class StorageScene implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Sandbox sandbox;
    final SandboxAccount account;
    final Crn instance;
    final Hands owner;

    /** A service ID without any access. */
    final String robot;

    final String robotKey;

    StorageScene() {
        this(Sandbox.start(o -> o.account(seed ->
                seed.member("ada@example.com", "Ada", "Lovelace").member("bob@example.com", "Bob", "Builder"))));
    }

    StorageScene(Sandbox sandbox) {
        this.sandbox = sandbox;
        account = sandbox.account();
        instance = account.newInstance("cloud-object-storage-standard", "global", "storage");
        var actor = Actor.owner(sandbox, account);
        owner = hands(actor);
        var made = actor.post(
                "/v1/serviceids/",
                Actor.json(
                        "account_id",
                        account.id().value(),
                        "name",
                        "robot",
                        "apikey",
                        Actor.json("name", "key", "store_value", false)));
        robot = Actor.text(made, "iam_id");
        robotKey = made.json().getAsJsonObject("apikey").get("apikey").getAsString();
    }

    Hands hands(Actor actor) {
        return new Hands(sandbox.storageUrl(), actor.token(), instance.value());
    }

    Hands member(int place) {
        return hands(Actor.member(sandbox, account, place));
    }

    Hands nobody() {
        return new Hands(sandbox.storageUrl(), "", "");
    }

    /** Gives a member a service role on the whole instance, or on a bucket of it; returns the policy. */
    String grant(int member, String role, String bucket) {
        return grant(account.members().get(member).iamId().value(), role, bucket, new JsonObject());
    }

    String grant(String iamId, String role, String bucket, JsonObject rule) {
        var resource = Actor.array(
                equal("accountId", account.id().value()),
                equal("serviceName", "cloud-object-storage"),
                equal("serviceInstance", instance.serviceInstance()));
        if (!bucket.isEmpty()) {
            resource.add(equal("resourceType", "bucket"));
            resource.add(equal("resource", bucket));
        }
        var body = Actor.json(
                "type",
                "access",
                "subject",
                Actor.json("attributes", Actor.array(equal("iam_id", iamId))),
                "control",
                Actor.json(
                        "grant",
                        Actor.json("roles", Actor.array(Actor.json("role_id", "crn:v1:bluemix:public:" + role)))),
                "resource",
                Actor.json("attributes", resource));
        if (!rule.isEmpty()) {
            body.add("rule", rule);
            body.addProperty("pattern", "attribute-based-condition:resource:literal-and-wildcard");
        }
        var answer = Actor.owner(sandbox, account).post("/v2/policies", body);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return Actor.text(answer, "id");
    }

    static JsonObject equal(String key, String value) {
        return Actor.json("key", key, "operator", "stringEquals", "value", value);
    }

    Http.Answer removePolicy(String id) {
        return Actor.owner(sandbox, account).delete("/v2/policies/" + id);
    }

    /** The last audit event with an action. */
    io.lanyard.sandbox.state.AuditEvent event(String action) {
        return sandbox.events(account.id()).stream()
                .filter(event -> event.action().equals("cloud-object-storage." + action))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no event " + action));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An answer whose body is bytes. */
    record Answer(HttpResponse<byte[]> raw) {
        int status() {
            return raw.statusCode();
        }

        byte[] body() {
            return raw.body();
        }

        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** The text of the first element of a name; empty when it isn't there. */
        String element(String name) {
            var begin = text().indexOf("<" + name + ">");
            return begin < 0
                    ? ""
                    : text().substring(begin + name.length() + 2, text().indexOf("</" + name + ">", begin));
        }

        /** Status and code of an error, such as {@code 404 NoSuchKey}. */
        String problem() {
            return status() + " " + element("Code");
        }
    }

    /** Somebody who talks S3 with a bearer token. */
    record Hands(String url, String token, String instance) {
        Answer send(String method, String path, byte[] body, String... headers) {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "bearer " + token);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(method + " " + path, failed);
            }
        }

        Answer get(String path, String... headers) {
            return send("GET", path, new byte[0], headers);
        }

        Answer head(String path, String... headers) {
            return send("HEAD", path, new byte[0], headers);
        }

        Answer delete(String path, String... headers) {
            return send("DELETE", path, new byte[0], headers);
        }

        Answer put(String path, String body, String... headers) {
            return send("PUT", path, bytes(body), headers);
        }

        Answer put(String path, byte[] body, String... headers) {
            return send("PUT", path, body, headers);
        }

        Answer post(String path, String body, String... headers) {
            return send("POST", path, bytes(body), headers);
        }

        /** Makes a bucket, which has to work. */
        void bucket(String name) {
            var made = put("/" + name, "", "ibm-service-instance-id", instance);
            if (made.status() != 200) {
                throw new AssertionError(made.status() + made.text());
            }
        }
    }
}
