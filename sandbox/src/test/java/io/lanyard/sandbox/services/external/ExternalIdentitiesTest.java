// Room: sandbox / external identities, tests.
package io.lanyard.sandbox.services.external;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.services.external.ExternalAccess.IdentityType;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two accounts: identities of one have policies in the other, which may or may not let their tokens in. */
class ExternalIdentitiesTest extends RouteScene {
    private SandboxAccount abroad;
    private Actor outsider;
    private Actor robot;
    private String path;

    @BeforeEach
    void open() {
        abroad = sandbox.newAccount(seed -> {});
        outsider = Actor.owner(sandbox, abroad);
        path = "/v1/accounts/" + account.id() + "/settings/access_management";
        var id = outsider.post("/v1/serviceids/", json("account_id", abroad.id().value(), "name", "robot"));
        var key = outsider.post("/v1/apikeys", json("name", "k", "iam_id", text(id, "iam_id")));
        robot = Actor.withKey(sandbox, text(id, "iam_id"), text(key, "apikey"));
    }

    @Test
    void atFirstNobodyIsChecked() {
        grant(outsider.iamId(), "iam-identity", "Viewer");

        assertThat(visit(outsider).status()).isEqualTo(200);
        assertThat(told()).isEmpty();
        assertThat(owner.get(path).text()).contains("enabled").doesNotContain("limited");
    }

    @Test
    void reportOnlyLetsInAndTellsWhatLimitedWouldDo() {
        grant(outsider.iamId(), "iam-identity", "Viewer");
        set("user", "monitor");

        assertThat(visit(outsider).status()).isEqualTo(200);
        set("user", "monitor", abroad.id().value());
        assertThat(visit(outsider).status()).isEqualTo(200);
        visit(owner);

        assertThat(told())
                .extracting(AuditEvent::responseData)
                .containsExactly(
                        Map.of("decision", "Deny", "isEnforced", "false"),
                        Map.of("decision", "Permit", "isEnforced", "false"));
        var event = told().get(0);
        assertThat(event.outcome()).isEqualTo("success");
        assertThat(event.severity()).isEqualTo("normal");
        assertThat(event.logSourceCrn()).contains("a/" + account.id());
        assertThat(event.requestData())
                .containsEntry("action", "iam-identity.account.get")
                .containsEntry("ipAddress", "127.0.0.1")
                .containsEntry(
                        "subject",
                        Map.of(
                                "iam_id", outsider.iamId(),
                                "account_id", abroad.id().value(),
                                "identity_type", "user"));
    }

    @Test
    void limitedKeepsOutWhoIsNotOnTheList() {
        grant(outsider.iamId(), "iam-identity", "Viewer");
        set("user", "limited");

        var refused = visit(outsider);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(sandbox.decision(refused.header("Transaction-Id")).get(0).explain())
                .contains("the token is from account " + abroad.id());
        assertThat(told()).singleElement().satisfies(event -> {
            assertThat(event.responseData()).isEqualTo(Map.of("decision", "Deny", "isEnforced", "true"));
            assertThat(event.outcome()).isEqualTo("failure");
            assertThat(event.severity()).isEqualTo("critical");
            assertThat(event.reasonCode()).isEqualTo(403);
            assertThat(event.initiator().id()).isEqualTo(outsider.iamId());
            assertThat(event.correlationId()).isEqualTo(refused.header("Transaction-Id"));
        });
        assertThat(visit(owner).status()).isEqualTo(200);

        set("user", "limited", abroad.id().value());

        assertThat(visit(outsider).status()).isEqualTo(200);
        assertThat(told()).describedAs("who passes Limited leaves no event").hasSize(1);
    }

    @Test
    void eachTypeHasItsOwnRule() {
        grant(robot.iamId(), "iam-identity", "Viewer");
        set("user", "limited");
        set("service", "limited");
        assertThat(visit(robot).status()).isEqualTo(200);

        set("service_id", "limited");

        assertThat(visit(robot).status()).isEqualTo(403);
        assertThat(told())
                .singleElement()
                .satisfies(event -> assertThat(event.requestData())
                        .extractingByKey("subject")
                        .asString()
                        .contains("identity_type=service_id"));
    }

    @Test
    void whoHasNoPolicyIsDeniedByThatAndLeavesNoEvaluation() {
        set("user", "monitor");

        assertThat(visit(outsider).status()).isEqualTo(403);
        assertThat(told()).isEmpty();
    }

    @Test
    void whoListsFromOutsideIsToldOfOnce() {
        grant(outsider.iamId(), "iam-access-management", "Administrator");
        grant(robot.iamId(), "iam-identity", "Viewer");
        var policies = "/v1/policies?account_id=" + account.id();
        var all = owner.get(policies).json().getAsJsonArray("policies").size();
        set("user", "monitor");

        assertThat(outsider.get(policies).json().getAsJsonArray("policies")).isNotEmpty();
        assertThat(told())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.responseData()).isEqualTo(Map.of("decision", "Deny", "isEnforced", "false")));

        set("user", "limited");
        var kept = outsider.get(policies);

        assertThat(all).isPositive();
        assertThat(kept.json().getAsJsonArray("policies")).isEmpty();
        assertThat(told()).hasSize(2).last().satisfies(event -> {
            assertThat(event.responseData()).isEqualTo(Map.of("decision", "Deny", "isEnforced", "true"));
            assertThat(event.correlationId()).isEqualTo(kept.header("Transaction-Id"));
        });
        assertThat(sandbox.decision(kept.header("Transaction-Id")).get(0).explain())
                .contains("the token is from account " + abroad.id());
        owner.get(policies);
        assertThat(told()).hasSize(2);
    }

    @Test
    void anAdministratorFromOutsideLocksHimselfOutAndTheOwnerReverts() {
        grant(outsider.iamId(), "iam-access-management", "Administrator");

        assertThat(outsider.send("PATCH", path, body("user", "limited").toString(), "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(outsider.get(path).status()).isEqualTo(403);
        set("user", "enabled", abroad.id().value());
        assertThat(outsider.get(path).status()).isEqualTo(200);
    }

    @Test
    void viewersReadAndOnlyAdministratorsChange() {
        var ada = Actor.member(sandbox, account, 0);
        assertThat(ada.get(path).status()).isEqualTo(403);
        grant(ada.iamId(), "iam-access-management", "Viewer");

        assertThat(ada.get(path).status()).isEqualTo(200);
        var denied = ada.send("PATCH", path, body("user", "limited").toString(), "If-Match", "*");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(code(denied)).isEqualTo("insufficent_permissions");
        assertThat(owner.get(path.replace(account.id().value(), "0".repeat(32))).status())
                .isEqualTo(404);
    }

    @Test
    void changesNeedTheTagThatWasReadLast() {
        var tag = owner.get(path).header("ETag");
        var changed = owner.send("PATCH", path, body("user", "monitor").toString(), "If-Match", tag);

        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(owner.send("PATCH", path, body("user", "enabled").toString(), "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(owner.send("PATCH", path, body("user", "enabled").toString()).status())
                .isEqualTo(400);
        assertThat(sandbox.events(account.id()))
                .filteredOn(event -> event.action().equals("iam-access-management.account-settings.update"))
                .hasSize(3)
                .first()
                .satisfies(event -> assertThat(event.requestData())
                        .extractingByKey("new_user")
                        .asString()
                        .contains("monitor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'user':{'state':'disabled','external_allowed_accounts':[]}}",
                "{'user':{'state':'limited'}}",
                "{'user':{'external_allowed_accounts':[]}}",
                "{'user':{'state':'limited','external_allowed_accounts':['me']}}",
                "{'user':{'state':'limited','external_allowed_accounts':[1]}}",
                "{'profile':{'state':'limited','external_allowed_accounts':[]}}",
                "{'user':'limited'}"
            })
    void refusesRulesThatMakeNoSense(String types) {
        var answer = send("{'external_account_identity_interaction':{'identity_types':" + types + "}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("invalid_body");
    }

    @Test
    void keepsAListOnceAndNotWithoutEnd() {
        var id = abroad.id().value();
        var twice = set("service", "enabled", id, id);
        var many = new JsonArray();
        for (int i = 0; i < 501; i++) {
            many.add(String.format("%032x", i));
        }

        assertThat(twice.text()).containsOnlyOnce(id);
        assertThat(send(body("service", "limited", many).toString()).status()).isEqualTo(400);
        assertThat(send("{}").status()).isEqualTo(200);
    }

    @Test
    void everybodyHasAType() {
        assertThat(IdentityType.of(Caller.NOBODY)).contains(IdentityType.USER);
        assertThat(IdentityType.of(Caller.of("crn-crn:v1:x", "x", "a", "token")))
                .contains(IdentityType.SERVICE);
        assertThat(IdentityType.of(Caller.of("iam-Profile-1", "x", "a", "token")))
                .isEmpty();
        var rules = ExternalAccess.of(account.state());
        assertThat(rules.outside(Caller.NOBODY)).isTrue();
        assertThat(rules.outside(Caller.of("iam-Profile-1", "x", account.id().value(), "token")))
                .isFalse();
    }

    private Http.Answer visit(Actor who) {
        return who.get("/v1/accounts/" + account.id() + "/settings/identity");
    }

    private List<AuditEvent> told() {
        return sandbox.events(account.id()).stream()
                .filter(event -> event.action().equals("iam-access-management.account-settings.eval"))
                .toList();
    }

    private void grant(String iamId, String service, String role) {
        var answer = owner.post(
                "/v2/policies",
                json(
                        "type", "access",
                        "subject", json("attributes", array(attribute("iam_id", iamId))),
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
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(201);
    }

    private static JsonObject attribute(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }

    private Http.Answer set(String type, String state, Object... accounts) {
        var answer = send(body(type, state, array(accounts)).toString());
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
        return answer;
    }

    private Http.Answer send(String body) {
        return owner.send("PATCH", path, body.replace('\'', '"'), "If-Match", "*");
    }

    private static JsonObject body(String type, String state) {
        return body(type, state, new JsonArray());
    }

    private static JsonObject body(String type, String state, JsonArray accounts) {
        var rule = json("state", state, "external_allowed_accounts", accounts);
        return json("external_account_identity_interaction", json("identity_types", json(type, rule)));
    }
}
