// Room: sandbox / streams, tests. Kafka's clients with tokens of another account.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.streams.Gatekeeper.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With toy brokers: what is told of somebody whose token is from outside. */
class ExternalStreamsTest {
    private static final String CLUSTER = "messagehub.cluster.read Deny false";
    private static final String WRITE = "messagehub.topic.write Deny false";
    private Sandbox sandbox;
    private SandboxAccount account;
    private Actor owner;
    private Gatekeeper gatekeeper;
    private Visit visit;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        sandbox = ToyBrokers.sandbox(folder);
        account = sandbox.account();
        owner = Actor.owner(sandbox, account);
        var made = owner.post(
                "/v2/resource_instances",
                json(
                        "name",
                        "streams",
                        "target",
                        "us-south",
                        "resource_group",
                        ResourcePart.of(account.state()).defaultGroup().id(),
                        "resource_plan_id",
                        "messagehub-standard"));
        gatekeeper = Objects.requireNonNull(ToyBrokers.MADE.get(text(made, "guid"))).gatekeeper;
        var abroad = sandbox.newAccount(seed -> {});
        var outsider = Actor.owner(sandbox, abroad);
        grant(outsider.iamId());
        var entry = gatekeeper.byKey("token", abroad.ownerKey().reveal(), "192.0.2.7");
        visit = new Visit(entry.ticket(), "192.0.2.7", "a producer", "Produce");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void eachThingIsToldOnceUntilTheSettingsChangeOrAnHourIsOver() {
        assertThat(write("audit", true)).isTrue();
        assertThat(told()).isEmpty();

        users("monitor");
        for (int batch = 0; batch < 5; batch++) {
            assertThat(write("audit", true)).isTrue();
        }
        assertThat(told()).containsExactly(CLUSTER, WRITE);
        write("other", true);
        assertThat(told()).containsExactly(CLUSTER, WRITE, WRITE);
        users("monitor");
        write("audit", true);
        assertThat(told()).containsExactly(CLUSTER, WRITE, WRITE, CLUSTER, WRITE);
        sandbox.clock().advance(Duration.ofHours(1));
        write("audit", true);
        assertThat(told()).containsExactly(CLUSTER, WRITE, WRITE, CLUSTER, WRITE, CLUSTER, WRITE);
    }

    @Test
    void whatIsLeftOutOfAListIsNotToldOf() {
        users("monitor");
        for (int topic = 0; topic < 5; topic++) {
            assertThat(write("t" + topic, false)).isTrue();
        }

        assertThat(told()).containsExactly(CLUSTER);
    }

    @Test
    void whoIsKeptOutIsToldOfUnderTheVerdict() {
        users("limited");
        assertThat(write("audit", true)).isFalse();
        assertThat(write("audit", true)).isFalse();

        assertThat(told()).containsExactly("messagehub.cluster.read Deny true");
        var event = sandbox.events(account.id()).stream()
                .filter(one -> one.action().endsWith("account-settings.eval"))
                .findFirst()
                .orElseThrow();
        assertThat(event.initiator().toString()).contains("192.0.2.7").contains("a producer");
        assertThat(sandbox.decision(event.correlationId()))
                .singleElement()
                .matches(verdict -> !verdict.permitted() && verdict.action().equals("messagehub.cluster.read"));
    }

    @Test
    void manyThingsAreToldOfWithoutKeepingThemAll() {
        users("monitor");
        for (int topic = 0; topic <= Evaluations.KEPT; topic++) {
            write("t" + topic, true);
        }
        var before = told().size();
        write("t" + Evaluations.KEPT, true);
        assertThat(told()).hasSize(before);
        write("t0", true);
        assertThat(told()).hasSizeGreaterThan(before);
    }

    private boolean write(String topic, boolean told) {
        return gatekeeper.may(visit, EventStreams.TOPIC_WRITE, Resource.topic(topic), told);
    }

    private List<String> told() {
        return sandbox.events(account.id()).stream()
                .filter(event -> event.action().equals("iam-access-management.account-settings.eval"))
                .map(event -> event.requestData().get("action") + " "
                        + event.responseData().get("decision") + " "
                        + event.responseData().get("isEnforced"))
                .toList();
    }

    private void users(String state) {
        var rule = json("user", json("state", state, "external_allowed_accounts", array()));
        assertThat(owner.send(
                                "PATCH",
                                "/v1/accounts/" + account.id() + "/settings/access_management",
                                json("external_account_identity_interaction", json("identity_types", rule))
                                        .toString(),
                                "If-Match",
                                "*")
                        .status())
                .isEqualTo(200);
    }

    private void grant(String iamId) {
        var role = json("role_id", "crn:v1:bluemix:public:iam::::serviceRole:Writer");
        var attributes = array(equal("accountId", account.id().value()), equal("serviceName", "messagehub"));
        var answer = owner.post(
                "/v2/policies",
                json(
                        "type", "access",
                        "subject", json("attributes", array(equal("iam_id", iamId))),
                        "control", json("grant", json("roles", array(role))),
                        "resource", json("attributes", attributes)));
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(201);
    }

    private static JsonObject equal(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }
}
