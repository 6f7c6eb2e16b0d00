// Room: sandbox / streams, tests. What the sandbox itself does about Event Streams, over HTTP and behind it.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.delivery.TopicDoor.Message;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.services.policy.PolicyGuard;
import io.lanyard.sandbox.services.resources.InstanceListeners;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.streams.Gatekeeper.Visit;
import io.lanyard.sandbox.services.streams.ToyBrokers.Toy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With toy brokers. */
class EventStreamsRoomTest {
    private static final String INSTANCES = "/v2/resource_instances";
    private static final String WRITER = "crn:v1:bluemix:public:iam::::serviceRole:Writer";
    private static Sandbox sandbox;
    private SandboxAccount account;
    private Actor owner;
    private Actor ada;
    private String guid;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sandbox = ToyBrokers.sandbox(folder);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        assertThat(ToyBrokers.MADE.values()).allMatch(toy -> toy.closed);
    }

    @BeforeEach
    void open() {
        account = sandbox.newAccount(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));
        owner = Actor.owner(sandbox, account);
        ada = Actor.member(sandbox, account, 0);
        guid = made("streams");
    }

    private String made(String name) {
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

    @Test
    void anInstanceThatCannotStartSaysWhy() {
        for (String trouble : List.of("no port", "no start")) {
            ToyBrokers.MADE.put(trouble, toy());
            String broken = made(trouble);
            var state = awaited(broken);
            ToyBrokers.MADE.remove(trouble);

            assertThat(text(state, "state")).isEqualTo("failed");
            var key = owner.post("/v2/resource_keys", json("name", "k", "source", broken));
            assertThat(key.status()).isEqualTo(409);
            assertThat(key.text()).contains("failed to start");
        }
    }

    private Http.Answer awaited(String instance) {
        var answer = owner.get(INSTANCES + "/" + instance);
        while (text(answer, "state").equals("provisioning")) {
            answer = owner.get(INSTANCES + "/" + instance);
        }
        return answer;
    }

    @Test
    void aKeyTellsTheWay() {
        var key = owner.post("/v2/resource_keys", json("name", "k", "source", guid, "role", "Manager"));

        var credentials = key.json().getAsJsonObject("credentials");
        assertThat(credentials.getAsJsonArray("kafka_brokers_sasl").toString()).isEqualTo("[\"127.0.0.1:9093\"]");
        assertThat(credentials.get("kafka_admin_url").getAsString()).isEqualTo(sandbox.url() + "/eventstreams/" + guid);
        assertThat(credentials.get("password")).isEqualTo(credentials.get("apikey"));
    }

    @Test
    void topicsAreAdministered() {
        String topics = "/eventstreams/" + guid + "/admin/topics";

        assertThat(owner.post(topics, json("name", "t", "configs", json("retentionMs", 1)))
                        .status())
                .isEqualTo(202);
        assertThat(error(owner.post(topics, json("name", "t")))).isEqualTo(42236);
        assertThat(error(owner.post(topics, json("name", "x", "configs", 1)))).isEqualTo(40000);
        assertThat(error(owner.post(topics, json("name", "x", "configs", array(json("name", "a"))))))
                .isEqualTo(40000);
        assertThat(error(owner.post(topics, json("name", "x", "configs", json("a", array())))))
                .isEqualTo(40000);
        assertThat(owner.get(topics + "?topic_filter=t").text()).contains("\"retentionMs\":1");
        assertThat(text(owner.get(topics + "/t"), "cleanupPolicy")).isEqualTo("delete");
        assertThat(error(owner.get(topics + "/none"))).isEqualTo(40403);
        owner.send(
                "PATCH",
                topics + "/t",
                json(
                                "new_total_partition_count",
                                3,
                                "configs",
                                array(
                                        json("name", "segmentMs", "value", "5"),
                                        json("name", "retention.ms", "reset_to_default", true)))
                        .toString());
        owner.send(
                "DELETE",
                topics + "/t/records",
                json("records_to_delete", array(json("partition", 0, "before_offset", 9)))
                        .toString());
        assertThat(toy().records.get("t"))
                .extracting(Message::value)
                .containsExactly("set {segment.ms=5}, reset [retention.ms]", "partitions 3", "delete {0=9}");
        assertThat(owner.delete(topics + "/t").status()).isEqualTo(202);
        assertThat(error(owner.delete(topics + "/t"))).isEqualTo(40403);
        assertThat(owner.get("/eventstreams/" + guid + "/admin/brokers").text()).contains("9093");
        assertThat(text(owner.get("/eventstreams/" + guid + "/admin/status"), "status"))
                .isEqualTo("available");
        assertThat(error(owner.get("/eventstreams/none/admin/status"))).isEqualTo(40400);
    }

    @Test
    void whatWouldHurtTheBrokerIsRefusedBeforeItIsAsked() {
        String topics = "/eventstreams/" + guid + "/admin/topics";
        owner.post(topics, json("name", "t"));

        assertThat(error(owner.post(topics, json("name", "wide", "partitions", 1_001))))
                .isEqualTo(42237);
        assertThat(error(owner.send(
                        "PATCH",
                        topics + "/t",
                        json("new_total_partition_count", 1_000_000).toString())))
                .isEqualTo(42237);
        assertThat(error(owner.delete(topics + "/__consumer_offsets"))).isEqualTo(42217);
        assertThat(error(owner.send(
                        "DELETE",
                        topics + "/t/records",
                        json("records_to_delete", array(json("partition", 2, "before_offset", 9)))
                                .toString())))
                .isEqualTo(40403);
        assertThat(toy().records).containsOnlyKeys("t");
        assertThat(toy().records.get("t")).isEmpty();
    }

    @Test
    void whoMayIsAskedOfTheClusterAndThenOfTheTopic() {
        String topics = "/eventstreams/" + guid + "/admin/topics";
        owner.post(topics, json("name", "seen"));

        assertThat(error(ada.get(topics))).isEqualTo(40329);
        assertThat(error(ada.get("/eventstreams/" + guid + "/admin/status"))).isEqualTo(40331);
        grant(ada.iamId(), "serviceInstance", guid);
        assertThat(ada.get(topics).text()).contains("seen");
        assertThat(error(ada.delete(topics + "/seen"))).isEqualTo(40329);
    }

    @Test
    void theApiTakesKeysToo() {
        String key = account.ownerKey().reveal();
        String status = sandbox.url() + "/eventstreams/" + guid + "/admin/status";

        assertThat(Http.send("GET", status, "", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(200);
        assertThat(Http.send("GET", status, "", "Authorization", basic("token:" + key))
                        .status())
                .isEqualTo(200);
        assertThat(Http.send("GET", status, "", "X-Auth-Token", key).status()).isEqualTo(200);
        for (String wrong : List.of(basic("me:" + key), "Basic ???", "Digest x", "Bearer none")) {
            assertThat(error(Http.send("GET", status, "", "Authorization", wrong)))
                    .isEqualTo(40100);
        }
        assertThat(error(Http.send("GET", status, ""))).isEqualTo(40100);
    }

    @Test
    void theGatekeeperKnowsPeopleAndAsksPolicies() {
        var gatekeeper = toy().gatekeeper;
        var entry = gatekeeper.byToken(ada.token());
        var visit = new Visit(entry.principal(), "127.0.0.1", "test", "Produce");
        var audit = Resource.topic("audit");

        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, true)).isFalse();
        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, false))
                .isFalse();
        assertThat(sandbox.decisions(account.id()).stream().filter(verdict -> !verdict.permitted()))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.action()).isEqualTo("messagehub.cluster.read"));
        grant(ada.iamId(), "serviceInstance", guid);
        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, true)).isTrue();
        assertThat(gatekeeper.may(visit, "messagehub.group.read", Resource.group("g"), true))
                .isTrue();
        assertThat(gatekeeper.may(visit, "messagehub.txnid.write", Resource.transaction("x"), true))
                .isTrue();
        assertThat(gatekeeper.may(visit, "messagehub.topic.manage", audit, true))
                .isFalse();
        assertThat(gatekeeper.may(new Visit("nobody", "127.0.0.1", "", "Fetch"), "messagehub.topic.read", audit, true))
                .isFalse();

        gatekeeper.touched(visit, "create", "audit", Optional.empty());
        gatekeeper.touched(visit, "create", "audit", Optional.of(Problem.CONFLICT));
        gatekeeper.touched(visit, "delete", "audit", Optional.of(Problem.FORBIDDEN));
        assertThat(sandbox.events(account.id()).stream()
                        .filter(event -> event.action().startsWith("event-streams."))
                        .map(event -> event.message() + " " + event.reasonCode()))
                .containsExactly(
                        "Event Streams: create topic audit 200",
                        "Event Streams: create topic audit -failure 409",
                        "Event Streams: delete topic audit -failure 403");

        sandbox.clock().advance(Duration.ofHours(2));
        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, true)).isFalse();
    }

    @Test
    void aKeyDoesNotProlongATokenOfTheSamePerson() {
        var gatekeeper = toy().gatekeeper;
        grant(ada.iamId(), "serviceInstance", guid);
        var byToken = gatekeeper.byToken(ada.token());
        var byKey = gatekeeper.byKey("token", account.members().get(0).key().reveal());

        sandbox.clock().advance(Duration.ofHours(2));

        assertThat(writes(byToken.principal())).isFalse();
        assertThat(writes(byKey.principal())).isTrue();
    }

    private boolean writes(String principal) {
        var visit = new Visit(principal, "127.0.0.1", "test", "Produce");
        return toy().gatekeeper.may(visit, "messagehub.topic.write", Resource.topic("audit"), true);
    }

    @Test
    void theGatekeeperKnowsKeys() {
        var gatekeeper = toy().gatekeeper;
        var key = account.members().get(0).key().reveal();
        var stranger = sandbox.newAccount(seed -> {});

        assertThat(gatekeeper.byKey("token", key).principal()).isEqualTo(ada.iamId());
        assertThat(gatekeeper.byKey("token", stranger.ownerKey().reveal()).principal())
                .endsWith("@" + stranger.id().value());
        assertThatThrownBy(() -> gatekeeper.byKey("me", key)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gatekeeper.byKey("token", "none")).isInstanceOf(Refusal.class);
        owner.send(
                "PATCH",
                INSTANCES + "/" + guid,
                json("parameters", json("iam_token_only", true)).toString());
        assertThatThrownBy(() -> gatekeeper.byKey("token", key)).hasMessageContaining("iam_token_only");
    }

    @Test
    void theDoorDeliversAndSaysWhyNot() throws DeliveryException {
        var door = (EventStreams) InstanceListeners.of(account.state().world().directory())
                .of(EventStreams.SERVICE)
                .orElseThrow();
        String crn = "crn:v1:bluemix:public:messagehub:us-south:a/" + account.id() + ":" + guid + "::";
        var message = List.of(new Message(Map.of("type", "audit"), "hello"));
        toy().records.put("audit", new java.util.ArrayList<>());

        assertThat(reason(door, crn, "audit", message)).isEqualTo(Reason.DENIED);
        grant(ada.iamId(), "serviceInstance", guid);
        door.send(call(), crn, "audit", message);

        assertThat(toy().records.get("audit")).isEqualTo(message);
        assertThat(reason(door, crn, "none", message)).isEqualTo(Reason.NO_SUCH_PLACE);
        assertThat(reason(door, crn, "slow", message)).isEqualTo(Reason.UNANSWERED);
        assertThat(reason(door, crn.replace(guid, "none"), "audit", message)).isEqualTo(Reason.NO_SUCH_PLACE);
        owner.delete(INSTANCES + "/" + guid);
        assertThat(reason(door, crn, "audit", message)).isEqualTo(Reason.NO_SUCH_PLACE);
    }

    private Reason reason(EventStreams door, String crn, String topic, List<Message> messages) {
        try {
            door.send(call(), crn, topic, messages);
            throw new AssertionError("it was delivered");
        } catch (DeliveryException refused) {
            return refused.reason();
        }
    }

    private ServiceCall call() {
        var caller = Caller.of(ada.iamId(), "Ada", account.id().value(), "apikey");
        return new ServiceCall(caller, "tx", "deliver", new PolicyGuard((home, id) -> Optional.empty()), true);
    }

    private Toy toy() {
        return Objects.requireNonNull(ToyBrokers.MADE.get(guid));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static int error(Http.Answer answer) {
        return answer.json().get("error_code").getAsInt();
    }

    private void grant(String iamId, String attribute, String value) {
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
                                                equal(attribute, value)))));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static com.google.gson.JsonObject equal(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }
}
