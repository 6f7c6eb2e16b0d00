// Room: sandbox / access groups, tests.
package io.lanyard.sandbox.services.groups;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Two members, an owner, and what tests of access groups ask again and again. */
abstract class GroupScene extends RouteScene {
    String inAccount;

    @BeforeEach
    void open() {
        inAccount = "?account_id=" + account.id();
    }

    String group(String name) {
        return text(owner.post("/v2/groups" + inAccount, json("name", name)), "id");
    }

    void put(String group, String iamId, String type) {
        var answer = owner.send(
                "PUT",
                "/v2/groups/" + group + "/members",
                json("members", array(member(iamId, type))).toString());
        assertThat(statuses(answer, "members")).containsExactly(200);
    }

    static JsonObject member(String iamId, String type) {
        return json("iam_id", iamId, "type", type);
    }

    static JsonObject rule(int hours, String operator, String value) {
        return json(
                "name",
                "r",
                "expiration",
                hours,
                "realm_name",
                "https://idp.example.com/",
                "conditions",
                array(json("claim", "role", "operator", operator, "value", value)));
    }

    List<String> names(String query) {
        return owner.get("/v2/groups" + inAccount + query).json().getAsJsonArray("groups").asList().stream()
                .map(group -> group.getAsJsonObject().get("name").getAsString())
                .toList();
    }

    static List<Integer> statuses(Http.Answer answer, String field) {
        return answer.json().getAsJsonArray(field).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(item -> item.get("status_code").getAsInt())
                .toList();
    }

    Http.Answer patch(String path, JsonObject changes, String etag) {
        return owner.send("PATCH", path, changes.toString(), "If-Match", etag);
    }

    Http.Answer publicAccess(Actor by, boolean allowed) {
        return by.send(
                "PATCH",
                "/v2/groups/settings" + inAccount,
                json("public_access_enabled", allowed).toString());
    }

    void grant(String subject, String id, String service, String role) {
        var answer = policy(subject, id, service, role);
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(201);
    }

    Http.Answer policy(String subject, String id, String service, String role) {
        return owner.post(
                "/v2/policies",
                json(
                        "type", "access",
                        "subject", json("attributes", array(attribute(subject, id))),
                        "control",
                                json(
                                        "grant",
                                        json(
                                                "roles",
                                                array(json("role_id", "crn:v1:bluemix:public:iam::::role:" + role)))),
                        "resource",
                                json(
                                        "attributes",
                                        array(
                                                attribute(
                                                        "accountId",
                                                        account.id().value()),
                                                attribute("serviceName", service)))));
    }

    static JsonObject attribute(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }
}
