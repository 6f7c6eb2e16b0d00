// Room: sandbox / IAM Identity, tests.
package io.lanyard.sandbox.services.identity;

import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import io.lanyard.sandbox.state.AuditEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys over HTTP: allowed, denied, and badly asked. */
class ApiKeyRoutesTest extends RouteScene {
    private static final String OWN_VALUE = "my own value of an API key, long enough ☂";

    private String robot;

    @BeforeEach
    void open() {
        robot = text(ada.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "robot")), "iam_id");
    }

    @Test
    void createsForAServiceIdWithEveryField() {
        var answer = ada.post(
                "/v1/apikeys",
                json(
                        "name", "k",
                        "iam_id", robot,
                        "account_id", account.id().value(),
                        "description", "for CI",
                        "store_value", true,
                        "action_when_leaked", "disable",
                        "expires_at", "2049-01-02T18:30:00+0000"),
                "Entity-Disable",
                "true",
                "Entity-Lock",
                "true");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(text(answer, "id")).matches("ApiKey-[0-9a-f-]{36}");
        assertThat(text(answer, "apikey")).hasSize(44);
        assertThat(text(answer, "iam_id")).isEqualTo(robot);
        assertThat(text(answer, "created_by")).isEqualTo(ada.iamId());
        assertThat(text(answer, "expires_at")).isEqualTo("2049-01-02T18:30+0000");
        assertThat(text(answer, "action_when_leaked")).isEqualTo("disable");
        assertThat(answer.json().get("locked").getAsBoolean()).isTrue();
        assertThat(answer.json().get("disabled").getAsBoolean()).isTrue();
        assertThat(answer.header("ETag")).isEqualTo(text(answer, "entity_tag"));
    }

    @Test
    void hasIbmsDefaults() {
        var key = create(ada, json("name", "k", "iam_id", robot));

        assertThat(key.get("locked").getAsBoolean()).isFalse();
        assertThat(key.get("disabled").getAsBoolean()).isFalse();
        assertThat(key.get("support_sessions").getAsBoolean()).isFalse();
        assertThat(key.get("action_when_leaked").getAsString()).isEqualTo("none");
        assertThat(key.has("expires_at") || key.has("description")).isFalse();
    }

    @Test
    void theValueIsShownOnceUnlessItIsStored() {
        var once = create(ada, json("name", "k", "iam_id", robot));
        var stored = create(ada, json("name", "k", "iam_id", robot, "store_value", true));

        assertThat(text(ada.get(path(once)), "apikey")).isEmpty();
        assertThat(text(ada.get(path(stored)), "apikey"))
                .isEqualTo(stored.get("apikey").getAsString());
        assertThat(ada.get("/v1/apikeys?iam_id=" + robot + "&account_id=" + account.id())
                        .text())
                .doesNotContain(stored.get("apikey").getAsString());
    }

    @Test
    void anOwnValueIsTakenOnceInAllAccounts() {
        var key = create(ada, json("name", "k", "iam_id", robot, "apikey", OWN_VALUE));
        var other = Actor.owner(sandbox, sandbox.newAccount(seed -> {}));

        var again = other.post("/v1/apikeys", json("name", "k", "iam_id", other.iamId(), "apikey", OWN_VALUE));

        assertThat(key.get("apikey").getAsString()).isEqualTo(OWN_VALUE);
        assertThat(Http.token(sandbox, OWN_VALUE)).isNotEmpty();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).doesNotContain(OWN_VALUE);
    }

    @Test
    void usersMakeKeysForThemselvesOnly() {
        var own = ada.post("/v1/apikeys", json("name", "k", "iam_id", ada.iamId(), "support_sessions", true));
        var foreign = owner.post("/v1/apikeys", json("name", "k", "iam_id", ada.iamId()));

        assertThat(own.status()).isEqualTo(201);
        assertThat(own.json().get("support_sessions").getAsBoolean()).isTrue();
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void aMemberHasNoRightsOnOthersKeys() {
        var key = create(ada, json("name", "k", "iam_id", robot));
        String path = path(key);

        for (Http.Answer answer : List.of(
                bob.post("/v1/apikeys", json("name", "k", "iam_id", robot)),
                bob.get(path),
                bob.put(path, "*", json("name", "x")),
                bob.delete(path),
                bob.post(path + "/lock", ""),
                bob.delete(path + "/lock"),
                bob.post(path + "/disable", ""),
                bob.delete(path + "/disable"),
                details(bob, key.get("apikey").getAsString()),
                bob.get("/v1/apikeys?iam_id=" + robot + "&account_id=" + account.id()),
                bob.get("/v1/apikeys?iam_id=" + ada.iamId() + "&account_id=" + account.id()))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        }
    }

    @Test
    void findsAKeyByItsValue() {
        var key = create(ada, json("name", "k", "iam_id", robot));

        var found = details(ada, key.get("apikey").getAsString());
        var unknown = details(ada, "no such value");
        var without = ada.get("/v1/apikeys/details");

        assertThat(text(found, "id")).isEqualTo(key.get("id").getAsString());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).doesNotContain("no such value");
        assertThat(without.status()).isEqualTo(400);
    }

    @Test
    void updatesWithTheTag() {
        var key = create(ada, json("name", "k", "iam_id", robot, "expires_at", "2049-01-02T18:30+0000"));
        String tag = key.get("entity_tag").getAsString();

        var changed = ada.put(path(key), tag, json("name", "k2", "description", "d", "action_when_leaked", "delete"));
        var cleared = ada.put(path(key), changed.header("ETag"), json("expires_at", ""));

        assertThat(text(changed, "name")).isEqualTo("k2");
        assertThat(text(changed, "expires_at")).isEqualTo("2049-01-02T18:30+0000");
        assertThat(cleared.json().has("expires_at")).isFalse();
        assertThat(ada.put(path(key), tag, json("name", "late")).status()).isEqualTo(409);
        assertThat(ada.put(path(key), "", json("name", "late")).status()).isEqualTo(400);
        assertThat(ada.put("/v1/apikeys/ApiKey-none", "", json("name", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void aLockedKeyStaysButWorks() {
        var key = create(ada, json("name", "k", "iam_id", robot));
        assertThat(ada.post(path(key) + "/lock", "").status()).isEqualTo(204);

        assertThat(code(ada.delete(path(key)))).isEqualTo("locked");
        assertThat(ada.put(path(key), "*", json("name", "x")).status()).isEqualTo(403);
        assertThat(ada.post(path(key) + "/disable", "").status()).isEqualTo(403);
        assertThat(Http.token(sandbox, key.get("apikey").getAsString())).isNotEmpty();

        assertThat(ada.delete(path(key) + "/lock").status()).isEqualTo(204);
        assertThat(ada.delete(path(key)).status()).isEqualTo(204);
        assertThat(ada.get(path(key)).status()).isEqualTo(404);
    }

    @Test
    void aDisabledKeyGetsNoTokenUntilItIsEnabled() {
        var key = create(ada, json("name", "k", "iam_id", robot));
        String value = key.get("apikey").getAsString();
        assertThat(ada.post(path(key) + "/disable", "").status()).isEqualTo(204);

        var refused = Http.form(
                sandbox.url() + "/identity/token",
                Map.of("grant_type", "urn:ibm:params:oauth:grant-type:apikey", "apikey", value));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("BXNIM0462E");

        assertThat(ada.delete(path(key) + "/disable").status()).isEqualTo(204);
        assertThat(Http.token(sandbox, value)).isNotEmpty();
    }

    @Test
    void listsOwnKeysByDefaultAndAllThatOneMayReadOnDemand() {
        create(ada, json("name", "b", "iam_id", robot));
        create(ada, json("name", "a", "iam_id", robot));
        String base = "/v1/apikeys?account_id=" + account.id();

        assertThat(names(ada, base)).containsExactly("key-of-Ada");
        assertThat(names(ada, base + "&iam_id=" + robot + "&sort=name")).containsExactly("a", "b");
        assertThat(names(ada, base + "&scope=account")).containsExactly("key-of-Ada", "b", "a");
        assertThat(names(bob, base + "&scope=account")).containsExactly("key-of-Bob");
        assertThat(names(owner, base + "&scope=account&type=user"))
                .containsExactly("owner-key", "key-of-Ada", "key-of-Bob");
        assertThat(names(owner, base + "&scope=account&type=serviceid&filter=name%20co%20%22a%22"))
                .containsExactly("a");
        assertThat(names(owner, base + "&scope=account&pagesize=1&order=desc&sort=name"))
                .containsExactly("owner-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"iam_id\":\"ROBOT\"} | name",
                "{\"name\":\"k\"} | iam_id",
                "{\"name\":\"k\",\"iam_id\":\"somebody\"} | iam_id",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"account_id\":\"nowhere\"} | account_id",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"apikey\":\"short\"} | apikey",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"expires_at\":\"2020-01-01T00:00+0000\"} | expires_at",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"expires_at\":\"tomorrow\"} | expires_at",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"expires_at\":\"2049-02-30T00:00+0000\"} | expires_at",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"expires_at\":\"+999999999-12-31T23:59+0000\"} | expires_at",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"action_when_leaked\":\"cry\"} | action_when_leaked",
                "{\"name\":\"k\",\"iam_id\":\"ROBOT\",\"support_sessions\":true} | support_sessions",
                "{\"name\":\"k\",\"iam_id\":\"ADA\",\"store_value\":true} | store_value",
                "{\"name\":\"k\",\"iam_id\":\"ADA\",\"store_value\":\"true\"} | store_value",
            })
    void refusesBadBodies(String body, String named) {
        var answer = ada.post("/v1/apikeys", body.replace("ROBOT", robot).replace("ADA", ada.iamId()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope=world", "type=robot", "pagesize=0", "account_id=nowhere", "iam_id=iam-ServiceId-0"})
    void refusesBadParameters(String parameter) {
        String account = parameter.startsWith("account_id") ? "" : "account_id=" + this.account.id() + "&";

        assertThat(ada.get("/v1/apikeys?" + account + parameter).status()).isEqualTo(400);
    }

    @Test
    void expiredKeysArePurgedAfterNinetyDaysEvenLockedOnes() {
        try (var side = sandbox.beside(OptionalLong.empty(), seed -> {})) {
            var sideOwner = Actor.owner(side, side.account());
            var expiry = side.clock().now().plus(Duration.ofDays(1)).toString();
            var body = json("name", "k", "iam_id", sideOwner.iamId(), "expires_at", expiry.substring(0, 19) + "+0000");
            String path = "/v1/apikeys/" + text(sideOwner.post("/v1/apikeys", body, "Entity-Lock", "true"), "id");

            side.clock().advance(Duration.ofDays(90));
            assertThat(Actor.owner(side, side.account()).get(path).status()).isEqualTo(200);
            side.clock().advance(Duration.ofDays(2));
            assertThat(Actor.owner(side, side.account()).get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void unknownOnesAreNotFound() {
        assertThat(ada.get("/v1/apikeys/ApiKey-0").status()).isEqualTo(404);
        assertThat(ada.post("/v1/apikeys", json("name", "k", "iam_id", "iam-ServiceId-0"))
                        .status())
                .isEqualTo(404);
        assertThat(error(ada.get("/v1/apikeys/ApiKey-0")).get("message_code").getAsString())
                .isEqualTo("BXNIM0102E");
    }

    @Test
    void eventsNameTheKindOfKeyAndNeverItsValue() {
        var key = create(ada, json("name", "k", "iam_id", robot, "apikey", OWN_VALUE));
        var own = create(ada, json("name", "mine", "iam_id", ada.iamId()));
        bob.delete(path(own));
        ada.delete(path(key));

        var events = account.state().journal().entries().stream()
                .filter(event ->
                        event.action().contains("-apikey.") && !event.action().endsWith(".login"))
                .toList();

        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly(
                        "iam-identity.serviceid-apikey.create",
                        "iam-identity.user-apikey.create",
                        "iam-identity.user-apikey.delete",
                        "iam-identity.serviceid-apikey.delete");
        assertThat(events.get(2).outcome()).isEqualTo("failure");
        assertThat(account.state().journal().entries().toString()).doesNotContain(OWN_VALUE);
    }

    private JsonObject create(Actor actor, JsonObject body) {
        var answer = actor.post("/v1/apikeys", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String path(JsonObject key) {
        return "/v1/apikeys/" + key.get("id").getAsString();
    }

    private static Http.Answer details(Actor actor, String value) {
        return actor.send("GET", "/v1/apikeys/details", "", "IAM-ApiKey", value);
    }

    private static List<String> names(Actor actor, String list) {
        return actor.get(list).json().getAsJsonArray("apikeys").asList().stream()
                .map(key -> key.getAsJsonObject().get("name").getAsString())
                .toList();
    }
}
