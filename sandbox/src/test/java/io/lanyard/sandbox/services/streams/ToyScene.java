// Room: sandbox / streams, tests. An account with an instance whose broker is a toy.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.streams.ToyBrokers.Toy;
import java.util.Objects;

/**
 * An instance and who comes to it.
 *
 * @param account its account
 * @param owner of the account
 * @param ada a member who may do nothing yet
 * @param guid of the instance
 */
record ToyScene(SandboxAccount account, Actor owner, Actor ada, String guid) {
    static final String INSTANCES = "/v2/resource_instances";
    private static final String WRITER = "crn:v1:bluemix:public:iam::::serviceRole:Writer";

    static ToyScene in(Sandbox sandbox) {
        var account = sandbox.newAccount(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));
        var owner = Actor.owner(sandbox, account);
        return new ToyScene(account, owner, Actor.member(sandbox, account, 0), made(account, owner, "streams"));
    }

    String made(String name) {
        return made(account, owner, name);
    }

    private static String made(SandboxAccount account, Actor owner, String name) {
        return text(
                owner.post(
                        INSTANCES,
                        json(
                                "name",
                                name,
                                "target",
                                "us-south",
                                "resource_group",
                                ResourcePart.of(account.state()).defaultGroup().id(),
                                "resource_plan_id",
                                "messagehub-standard")),
                "guid");
    }

    Toy toy() {
        return Objects.requireNonNull(ToyBrokers.MADE.get(guid));
    }

    Gatekeeper gatekeeper() {
        return toy().gatekeeper;
    }

    /** The administration API of the instance, below {@code /admin}. */
    String admin(String path) {
        return "/eventstreams/" + guid + "/admin" + path;
    }

    static int error(Http.Answer answer) {
        return answer.json().get("error_code").getAsInt();
    }

    /** Makes somebody a Writer on the whole instance. */
    void makeWriter(String iamId) {
        var answer = owner.post(
                "/v2/policies",
                json(
                        "type", "access",
                        "subject", json("attributes", array(equal("iam_id", iamId))),
                        "control", json("grant", json("roles", array(json("role_id", WRITER)))),
                        "resource",
                                json(
                                        "attributes",
                                        array(
                                                equal("accountId", account.id().value()),
                                                equal("serviceName", "messagehub"),
                                                equal("serviceInstance", guid)))));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static JsonObject equal(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }
}
