// Room: sandbox / registry tests. What tests do around the registry, over plain HTTP.
package io.lanyard.sandbox.services.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.core.Secret;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Acts as the owner of a sandbox's account: makes namespaces, identities and policies, asks for tokens. */
final class RegistryHands {
    /** A service ID and its key. */
    record Robot(String iamId, Secret key) {}

    private final Sandbox sandbox;
    private final String account;
    private final String token;

    RegistryHands(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.account = sandbox.account().id().value();
        this.token = Http.token(sandbox, sandbox.account().ownerKey().reveal());
    }

    String account() {
        return account;
    }

    Http.Answer api(String token, String region, String method, String path, String body) {
        var url = sandbox.registryUrl(region) + "/api/v1/" + path;
        return body.isEmpty()
                ? Http.send(method, url, "", "Authorization", "Bearer " + token, "Account", account)
                : Http.send(
                        method,
                        url,
                        body,
                        "Authorization",
                        "Bearer " + token,
                        "Account",
                        account,
                        "Content-Type",
                        "application/json");
    }

    Http.Answer api(String region, String method, String path, String body) {
        return api(token, region, method, path, body);
    }

    Http.Answer api(String method, String path) {
        return api("us-south", method, path, "");
    }

    Http.Answer api(String method, String path, String body) {
        return api("us-south", method, path, body);
    }

    Http.Answer as(Robot robot, String method, String path, String body) {
        return api(Http.token(sandbox, robot.key().reveal()), "us-south", method, path, body);
    }

    void namespace(String region, String name) {
        assertThat(api(region, "PUT", "namespaces/" + name, "").status()).isEqualTo(201);
    }

    Http.Answer enforce(String region, boolean on) {
        return api(region, "PATCH", "auth", "{\"iam_authz\":" + on + "}");
    }

    Robot serviceId(String name) {
        var body = new JsonObject();
        body.addProperty("account_id", account);
        body.addProperty("name", name);
        var id = post("/v1/serviceids/", body);
        var key = new JsonObject();
        key.addProperty("iam_id", id.get("iam_id").getAsString());
        key.addProperty("name", name + "-key");
        key.addProperty("account_id", account);
        var made = post("/v1/apikeys", key);
        return new Robot(
                id.get("iam_id").getAsString(), Secret.of(made.get("apikey").getAsString()));
    }

    String grant(String iamId, String role, String region, String namespace) {
        var policy = JsonParser.parseString("""
                {"type":"access",
                 "subjects":[{"attributes":[{"name":"iam_id","value":"%s"}]}],
                 "roles":[{"role_id":"crn:v1:bluemix:public:iam::::serviceRole:%s"}],
                 "resources":[{"attributes":[
                   {"name":"accountId","value":"%s"},{"name":"serviceName","value":"container-registry"},
                   {"name":"region","value":"%s"},{"name":"resourceType","value":"namespace"},
                   {"name":"resource","value":"%s"}]}]}
                """.formatted(iamId, role, account, region, namespace));
        return post("/v1/policies", policy.getAsJsonObject()).get("id").getAsString();
    }

    void revoke(String policy) {
        assertThat(Http.send("DELETE", sandbox.url() + "/v1/policies/" + policy, "", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(204);
    }

    private JsonObject post(String path, JsonObject body) {
        var answer = Http.jsonAs(token, "POST", sandbox.url() + path, body.toString());
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(201);
        return answer.json();
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Http.Answer tokenAnswer(String region, String user, String password, String... scopes) {
        var url = new StringBuilder(sandbox.registryUrl(region) + "/oauth/token?service=registry");
        for (var scope : scopes) {
            url.append("&scope=").append(URLEncoder.encode(scope, StandardCharsets.UTF_8));
        }
        return Http.get(url.toString(), "Authorization", basic(user, password));
    }

    /** Asks for a registry token as a docker client would. */
    String registryToken(Secret key, String region, String... scopes) {
        var answer = tokenAnswer(region, "iamapikey", key.reveal(), scopes);
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
        return answer.json().get("token").getAsString();
    }
}
