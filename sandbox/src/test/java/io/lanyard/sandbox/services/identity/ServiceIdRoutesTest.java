// Room: sandbox / IAM Identity, tests.
package io.lanyard.sandbox.services.identity;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service IDs over HTTP: allowed, denied, and badly asked. */
class ServiceIdRoutesTest extends RouteScene {
    @Test
    void createsWithEveryField() {
        var answer = owner.post(
                "/v1/serviceids/?show_group_id=true",
                json(
                        "account_id", account.id().value(),
                        "name", "think-registry-demo",
                        "description", "pulls images",
                        "unique_instance_crns", array("crn:v1:bluemix:public:kms:us-south:a/1:i-1::"),
                        "apikey", json("name", "inside", "store_value", true)),
                "Entity-Lock",
                "true");

        assertThat(answer.status()).isEqualTo(201);
        var body = answer.json();
        assertThat(text(answer, "id")).matches("ServiceId-[0-9a-f-]{36}");
        assertThat(text(answer, "iam_id")).isEqualTo("iam-" + text(answer, "id"));
        assertThat(text(answer, "entity_tag")).matches("1-[0-9a-f]{32}");
        assertThat(answer.header("ETag")).isEqualTo(text(answer, "entity_tag"));
        assertThat(text(answer, "crn"))
                .isEqualTo(
                        "crn:v1:bluemix:public:iam-identity::a/" + account.id() + "::serviceid:" + text(answer, "id"));
        assertThat(text(answer, "created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\+0000");
        assertThat(body.get("locked").getAsBoolean()).isTrue();
        assertThat(text(answer, "group_id")).isNotEmpty();
        assertThat(body.getAsJsonArray("unique_instance_crns")).hasSize(1);
        assertThat(body.getAsJsonObject("apikey").get("apikey").getAsString()).hasSize(44);
        assertThat(body.getAsJsonObject("apikey").get("iam_id")).isEqualTo(body.get("iam_id"));
    }

    @Test
    void anyMemberCreatesAndAdministersHisOwn() {
        String id = create(ada, "mine");

        assertThat(ada.get("/v1/serviceids/" + id).status()).isEqualTo(200);
        assertThat(ada.put("/v1/serviceids/" + id, "*", json("name", "renamed")).status())
                .isEqualTo(200);
        assertThat(ada.post("/v1/serviceids/" + id + "/lock", "").status()).isEqualTo(403);
        assertThat(ada.delete("/v1/serviceids/" + id).status()).isEqualTo(204);
        assertThat(ada.get("/v1/serviceids/" + id).status()).isEqualTo(404);
    }

    @Test
    void aMemberHasNoRightsOnOthers() {
        String id = create(ada, "mine");
        String path = "/v1/serviceids/" + id;

        for (Http.Answer answer : List.of(
                bob.get(path),
                bob.put(path, "*", json("name", "stolen")),
                bob.delete(path),
                bob.post(path + "/lock", ""),
                bob.delete(path + "/lock"))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(code(answer)).isEqualTo("not_authorized");
        }
        assertThat(text(owner.get(path), "name")).isEqualTo("mine");
    }

    @Test
    void whenCreationIsRestrictedNotEvenTheOwnerMay() {
        IdentityPart.of(account.state()).restrictServiceIds(true);

        var answer =
                owner.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "x"));

        assertThat(answer.status()).isEqualTo(403);
        grant("crn:v1:bluemix:public:iam::::role:Administrator");
        assertThat(ada.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "x"))
                        .status())
                .isEqualTo(403);
        grant("crn:v1:bluemix:public:iam-identity::::serviceRole:ServiceIdCreator");
        assertThat(ada.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "x"))
                        .status())
                .isEqualTo(201);
    }

    private void grant(String role) {
        var answer = owner.post(
                "/v1/policies",
                json(
                        "type", "access",
                        "subjects", array(json("attributes", array(json("name", "iam_id", "value", ada.iamId())))),
                        "roles", array(json("role_id", role)),
                        "resources",
                                array(json(
                                        "attributes",
                                        array(
                                                json(
                                                        "name",
                                                        "accountId",
                                                        "value",
                                                        account.id().value()),
                                                json("name", "serviceName", "value", "iam-identity"))))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void strangersFindClosedDoors() {
        var stranger = Actor.owner(sandbox, sandbox.newAccount(seed -> {}));
        String id = create(owner, "ours");

        assertThat(stranger.get("/v1/serviceids/" + id).status()).isEqualTo(403);
        assertThat(stranger.get("/v1/serviceids/?account_id=" + account.id()).status())
                .isEqualTo(403);
        assertThat(stranger.post(
                                "/v1/serviceids/",
                                json("account_id", account.id().value(), "name", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void updatesMergeAndEmptyClears() {
        String path = "/v1/serviceids/" + create(owner, "robot");
        String etag = owner.get(path).header("ETag");

        var first = owner.put(path, etag, json("description", "one"));
        var second = owner.put(path, first.header("ETag"), json("name", "robot-2"));
        var third = owner.put(path, second.header("ETag"), json("description", ""));

        assertThat(first.header("ETag")).startsWith("2-").isEqualTo(text(first, "entity_tag"));
        assertThat(text(second, "description")).isEqualTo("one");
        assertThat(text(second, "name")).isEqualTo("robot-2");
        assertThat(text(third, "description")).isEmpty();
    }

    @Test
    void aStaleTagIsAConflictAndAMissingOneABadRequest() {
        String path = "/v1/serviceids/" + create(owner, "robot");
        String etag = owner.get(path).header("ETag");
        owner.put(path, etag, json("description", "one"));

        var stale = owner.put(path, etag, json("description", "two"));
        var missing = owner.put(path, "", json("description", "two"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(error(missing).get("message").getAsString()).contains("If-Match");
        assertThat(text(owner.get(path), "description")).isEqualTo("one");
    }

    @Test
    void validationComesBeforeExistenceAndExistenceBeforeTheTag() {
        assertThat(owner.put("/v1/serviceids/ServiceId-none", "", json("name", 7))
                        .status())
                .isEqualTo(400);
        assertThat(owner.put("/v1/serviceids/ServiceId-none", "", json("name", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLockedOneRefusesChangeAndRemovalUntilUnlocked() {
        String path = "/v1/serviceids/" + create(owner, "robot");
        assertThat(owner.post(path + "/lock", "").status()).isEqualTo(204);

        assertThat(owner.get(path).json().get("locked").getAsBoolean()).isTrue();
        assertThat(code(owner.delete(path))).isEqualTo("locked");
        assertThat(owner.put(path, "*", json("name", "x")).status()).isEqualTo(403);

        assertThat(owner.delete(path + "/lock").status()).isEqualTo(204);
        assertThat(owner.delete(path).status()).isEqualTo(204);
    }

    @Test
    void deletionTakesTheKeysAlongUnlessOneIsLocked() {
        String id = create(owner, "robot");
        String key =
                text(owner.post("/v1/apikeys", json("name", "k", "iam_id", "iam-" + id), "Entity-Lock", "true"), "id");

        var refused = owner.delete("/v1/serviceids/" + id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("delete_not_possible");
        assertThat(error(refused).get("message_code").getAsString()).isEqualTo("BXNIM0105E");

        owner.delete("/v1/apikeys/" + key + "/lock");
        assertThat(owner.delete("/v1/serviceids/" + id).status()).isEqualTo(204);
        assertThat(owner.get("/v1/apikeys/" + key).status()).isEqualTo(404);
    }

    @Test
    void showsHistoryAndActivityWhenAsked() {
        String id = create(owner, "robot");
        String key = text(owner.post("/v1/apikeys", json("name", "k", "iam_id", "iam-" + id)), "apikey");
        Http.token(sandbox, key);
        String path = "/v1/serviceids/" + id;
        owner.put(path, "*", json("description", "x"));

        var plain = owner.get(path).json();
        var asked =
                owner.get(path + "?include_history=true&include_activity=true").json();

        assertThat(plain.has("history") || plain.has("activity") || plain.has("group_id"))
                .isFalse();
        assertThat(asked.getAsJsonArray("history")).hasSize(2);
        assertThat(asked.getAsJsonObject("activity").get("authn_count").getAsInt())
                .isEqualTo(1);
        assertThat(asked.getAsJsonObject("activity").has("last_authn")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"name\":\"x\"} | account_id",
                "{\"account_id\":\"ACCOUNT\"} | name",
                "{\"account_id\":\"ACCOUNT\",\"name\":\"\"} | name",
                "{\"account_id\":\"ACCOUNT\",\"name\":7} | name",
                "{\"account_id\":\"nowhere\",\"name\":\"x\"} | account_id",
                "{\"account_id\":\"ACCOUNT\",\"name\":\"x\",\"group_id\":\"none\"} | group_id",
                "{\"account_id\":\"ACCOUNT\",\"name\":\"x\",\"unique_instance_crns\":[\"nope\"]} | unique_instance_crns",
                "{\"account_id\":\"ACCOUNT\",\"name\":\"x\",\"apikey\":{}} | name",
                "{\"account_id\":\"ACCOUNT\",\"name\":\"x\",\"apikey\":{\"name\":\"k\",\"apikey\":\"short\"}} | apikey",
                "{\"account_id\":\"ACCOUNT\",\"name\":\"x\",\"apikey\":{\"name\":\"k\",\"expires_at\":\"soon\"}} | expires_at",
                "{\"account_id\":\"ACCOUNT\",\"name\":\"x\",\"decription\":\"typo\"} | description",
                "{\"account_id\" | JSON",
                "[] | JSON",
            })
    void refusesBadBodies(String body, String named) {
        var answer = owner.post(
                "/v1/serviceids/", body.replace("ACCOUNT", account.id().value()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("status_code").getAsString()).isEqualTo("400");
        assertThat(answer.text()).contains(named);
        assertThat(owner.get("/v1/serviceids/?account_id=" + account.id())
                        .json()
                        .getAsJsonArray("serviceids"))
                .isEmpty();
    }

    @Test
    void refusesAMissingAccountAHeaderThatIsNoFlagAndAWayOut() {
        assertThat(owner.get("/v1/serviceids/").status()).isEqualTo(400);
        assertThat(owner.post(
                                "/v1/serviceids/",
                                json("account_id", account.id().value(), "name", "x"),
                                "Entity-Lock",
                                "maybe")
                        .status())
                .isEqualTo(400);
        assertThat(owner.get("/v1/serviceids/%2e%2e").status()).isEqualTo(400);
        assertThat(owner.get("/v1/serviceids/ApiKey-1").status()).isEqualTo(404);
        assertThat(Http.get(sandbox.url() + "/v1/serviceids/ServiceId-1").status())
                .isEqualTo(401);
    }

    @Test
    void anAccountHasLimits() {
        IdentityPart.of(account.state()).quotas(new IdentityQuotas(1, 2, 1));
        String id = create(owner, "only");

        var tooMany =
                owner.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "x"));
        owner.post("/v1/apikeys", json("name", "k", "iam_id", "iam-" + id));
        var tooManyKeys = owner.post("/v1/apikeys", json("name", "k", "iam_id", "iam-" + id));

        assertThat(code(tooMany)).isEqualTo("limit_exceeded");
        assertThat(code(tooManyKeys)).isEqualTo("limit_exceeded");
        assertThat(account.state().journal().entries().stream()
                        .filter(event -> event.action().equals("iam-identity.account-limit.warn"))
                        .map(AuditEvent::message))
                .hasSize(2)
                .first()
                .asString()
                .contains("the maximum number of allowed Service IDs");
    }

    @Test
    void everyCallLeavesItsEvent() {
        String path = "/v1/serviceids/" + create(ada, "robot");
        ada.put(path, "*", json("name", "renamed"));
        bob.delete(path);
        bob.put(path, "*", json("name", "stolen"));
        owner.post(path + "/lock", "");
        owner.delete(path);

        List<AuditEvent> events = account.state().journal().entries().stream()
                .filter(event -> event.action().startsWith("iam-identity.account-serviceid."))
                .toList();

        assertThat(events)
                .extracting(AuditEvent::action, AuditEvent::outcome, AuditEvent::reasonCode)
                .containsExactly(
                        tuple("iam-identity.account-serviceid.create", "success", 201),
                        tuple("iam-identity.account-serviceid.update", "success", 200),
                        tuple("iam-identity.account-serviceid.delete", "failure", 403),
                        tuple("iam-identity.account-serviceid.update", "failure", 403),
                        tuple("iam-identity.account-serviceid.update", "success", 204),
                        tuple("iam-identity.account-serviceid.delete", "failure", 403));
        assertThat(events.get(1).requestData())
                .containsEntry("prev_instance_name", "robot")
                .containsEntry("instance_name", "renamed")
                .containsEntry("lock", false);
        assertThat(events.get(2).initiator().name()).isEmpty();
        assertThat(events.get(2).requestData()).containsEntry("instance_name", "renamed");
        assertThat(events.get(3).initiator().name()).isEmpty();
        assertThat(events.get(3).initiator().id()).isEqualTo(bob.iamId());
        assertThat(events.get(3).requestData()).isEqualTo(Map.of("prev_instance_name", "renamed"));
        assertThat(events.get(4).requestData()).containsEntry("lock", true);
        assertThat(events.get(5).severity()).isEqualTo("critical");
        assertThat(events.get(5).message()).endsWith("-failure");
    }

    private String create(Actor actor, String name) {
        var answer =
                actor.post("/v1/serviceids/", json("account_id", account.id().value(), "name", name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "id");
    }
}
