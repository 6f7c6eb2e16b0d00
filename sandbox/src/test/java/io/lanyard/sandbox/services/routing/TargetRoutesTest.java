// Room: sandbox / routing, tests.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.routing.RoutingScene.OBJECT_WRITER;
import static io.lanyard.sandbox.services.routing.RoutingScene.ROUTES;
import static io.lanyard.sandbox.services.routing.RoutingScene.SENDER;
import static io.lanyard.sandbox.services.routing.RoutingScene.TARGETS;
import static io.lanyard.sandbox.services.routing.RoutingScene.WRITER;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets over HTTP: made, tested, refused with IBM's sentences. */
class TargetRoutesTest {
    private static final String TESTED =
            "Your request to test a target has failed because the target details are not valid. ";
    private static final Places PLACES = new Places();
    private static Sandbox sandbox;
    private RoutingScene scene;
    private Actor owner;

    @BeforeAll
    static void start() {
        sandbox = PLACES.sandbox();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        var account = sandbox.newAccount(seed -> {});
        owner = Actor.owner(sandbox, account);
        scene = new RoutingScene(account, owner);
    }

    @Test
    void aTargetIsMadeAfterAWriteGotThrough() {
        scene.authorize("cloud-object-storage", OBJECT_WRITER);

        var made = owner.post(TARGETS, scene.bucket("audit"));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(text(made, "crn"))
                .startsWith("crn:v1:bluemix:public:atracker:us-south:a/" + scene.id() + ":")
                .endsWith(":target:" + text(made, "id"));
        assertThat(made.json().getAsJsonObject("write_status").get("status").getAsString())
                .isEqualTo("success");
        assertThat(PLACES.objects).containsKey("audit/" + scene.id() + "/us-south/write-test");
        assertThat(owner.get(TARGETS + "/" + text(made, "id")).json()).isEqualTo(made.json());
        assertThat(owner.get(TARGETS).json().getAsJsonArray("targets")).containsExactly(made.json());
        assertThat(owner.get(TARGETS + "?region=eu-de").json().getAsJsonArray("targets"))
                .isEmpty();
        assertThat(events()).contains("atracker.target.create", "atracker.target.read", "atracker.target.list");
    }

    private List<String> events() {
        return sandbox.events(scene.account().id()).stream()
                .map(AuditEvent::action)
                .toList();
    }

    @Test
    void withoutAnAuthorizationEachKindIsRefusedWithItsSentence() {
        var bucket = owner.post(TARGETS, scene.bucket("audit"));
        var topic = owner.post(TARGETS, scene.topic("audit"));
        var logs = owner.post(TARGETS, scene.logs());

        assertThat(bucket.status()).isEqualTo(400);
        assertThat(code(bucket)).isEqualTo("cos_write_test_failed");
        assertThat(error(bucket).get("message").getAsString())
                .isEqualTo(TESTED
                        + "The service could not write to the Cloud Object Storage bucket that is configured."
                        + " {'error_code':'403','error_message':'Access Denied'}");
        assertThat(code(topic)).isEqualTo("eventstreams_write_test_failed");
        assertThat(error(topic).get("message").getAsString())
                .isEqualTo(TESTED + "The service could not write to the Event Streams topic that is configured.");
        assertThat(code(logs)).isEqualTo("cloudlogs_write_test_failed");
        assertThat(error(logs).get("message").getAsString())
                .isEqualTo(TESTED + "The service could not write to the IBM Cloud Logs instance that is configured.");
        assertThat(owner.get(TARGETS).json().getAsJsonArray("targets")).isEmpty();
    }

    @Test
    void whyAWriteTestFailedIsFoundUnderTheCallsTransaction() {
        var refused = owner.post(TARGETS, scene.logs(), "Transaction-Id", "why-not");

        assertThat(refused.header("Sandbox-Decision")).isEqualTo("/sandbox/v1/decisions/why-not");
        assertThat(sandbox.decision("why-not")).anySatisfy(verdict -> {
            assertThat(verdict.permitted()).isFalse();
            assertThat(verdict.action()).isEqualTo("logs.data-ingress.send");
            assertThat(verdict.subject())
                    .isEqualTo("crn-crn:v1:bluemix:public:atracker:us-south:a/" + scene.id() + ":::");
        });
    }

    @Test
    void aFullBucketAndAMissingOneAreRefusedWithTheSentenceAlone() {
        PLACES.breaks("full", Reason.FULL);
        var refused = owner.post(TARGETS, scene.bucket("full"));

        assertThat(code(refused)).isEqualTo("cos_write_test_failed");
        assertThat(error(refused).get("message").getAsString())
                .isEqualTo(
                        TESTED + "The service could not write to the Cloud Object Storage bucket that is configured.");
        assertThat(error(refused).get("recovery").getAsString()).isEqualTo("full is broken.");
    }

    @Test
    void aKeyWritesAsItsIdentityAndIsNeverShown() {
        var body = scene.bucket("by-key");
        body.getAsJsonObject("cos_endpoint").addProperty("service_to_service_enabled", false);
        var key = scene.account().ownerKey().reveal();
        body.getAsJsonObject("cos_endpoint").addProperty("api_key", key);

        var made = owner.post(TARGETS, body);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text()).doesNotContain(key).doesNotContain("api_key");
        var last = PLACES.calls.get(PLACES.calls.size() - 1);
        assertThat(last.caller().iamId()).isEqualTo(owner.iamId());
        assertThat(sandbox.events(scene.account().id()).toString()).doesNotContain(key);
    }

    @Test
    void aKeyThatNobodyHasIsRefusedAndAnAuthorizationMakesTheKeyNeedless() {
        var body = scene.bucket("by-key");
        body.getAsJsonObject("cos_endpoint").addProperty("service_to_service_enabled", false);
        body.getAsJsonObject("cos_endpoint").addProperty("api_key", "nobody-has-this-key");
        var refused = owner.post(TARGETS, body);

        scene.authorize("cloud-object-storage", OBJECT_WRITER);
        body.getAsJsonObject("cos_endpoint").addProperty("service_to_service_enabled", true);
        var made = owner.post(TARGETS, body);

        assertThat(code(refused)).isEqualTo("cos_write_test_failed");
        assertThat(error(refused).get("recovery").getAsString()).isEqualTo("Provided API key could not be found");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    static Stream<Arguments> badTargets() {
        return Stream.of(
                bad("name", "CosEndpoint", t -> t.addProperty("name", "no/slashes"), "invalid_value", "Name"),
                bad("type", "", t -> t.addProperty("target_type", "logdna"), "invalid_value", "TargetType"),
                bad("managed", "", t -> t.addProperty("managed_by", "enterprise"), "invalid_value", "ManagedBy"),
                bad("region", "", t -> t.addProperty("region", "us-sauth"), "invalid_value", "Region"),
                bad("no place", "", t -> t.remove("cos_endpoint"), "invalid_value", "CosEndpoint"),
                bad("key", "", t -> cos(t, "service_to_service_enabled", ""), "invalid_value", "CosEndpoint.APIKey"),
                bad("crn", "", t -> cos(t, "target_crn", "crn:v1"), "invalid_value", "CosEndpoint.TargetCRN"),
                bad("bucket", "", t -> cos(t, "bucket", "Not A Bucket"), "invalid_value", "CosEndpoint.Bucket"),
                bad("endpoint", "", t -> cos(t, "endpoint", "a b"), "invalid_value", "CosEndpoint.Endpoint"),
                bad("no bucket", "", t -> cos(t, "bucket", ""), "binding_error", "cos_endpoint.bucket"),
                bad("unknown", "", t -> t.addProperty("colour", "red"), "binding_error", "colour"),
                bad("no name", "", t -> t.remove("name"), "binding_error", "name"));
    }

    private static Arguments bad(String what, String more, Consumer<JsonObject> spoil, String code, String said) {
        return Arguments.of(what + more, spoil, code, said);
    }

    private static void cos(JsonObject target, String field, String value) {
        var place = target.getAsJsonObject("cos_endpoint");
        if (value.isEmpty()) {
            place.remove(field);
        } else {
            place.addProperty(field, value);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTargets")
    void badTargetsAreRefused(String what, Consumer<JsonObject> spoil, String code, String said) {
        var body = scene.bucket("audit");
        spoil.accept(body);

        var refused = owner.post(TARGETS, body);

        assertThat(refused.status()).as(what).isEqualTo(400);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(error(refused).get("message").getAsString()).contains(said);
    }

    @Test
    void withNeitherKeyNorAuthorizationTheSentenceIsIbms() {
        var body = scene.bucket("audit");
        cos(body, "service_to_service_enabled", "");

        var refused = owner.post(TARGETS, body);

        assertThat(error(refused).get("message").getAsString())
                .isEqualTo("Your request has failed because the value of CosEndpoint.APIKey is not valid."
                        + " Set a valid value in your target request and try again.");
    }

    @Test
    void malformedJsonIsABindingError() {
        var refused = owner.send("POST", TARGETS, "{name: 'my target'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("binding_error");
        assertThat(error(refused).get("message").getAsString())
                .startsWith("The input parameters in the request body are either incomplete or in the wrong format."
                        + " See detailed error: ");
    }

    @Test
    void blanksAroundValuesAreTakenOff() {
        scene.authorize("messagehub", WRITER);
        var body = scene.topic(" audit ");
        body.addProperty("name", "  to a topic ");
        body.addProperty("region", " eu-de ");
        body.getAsJsonObject("eventstreams_endpoint").add("brokers", array(" broker-0.example.com:9093 "));

        var made = owner.post(TARGETS, body);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(text(made, "name")).isEqualTo("to a topic");
        assertThat(text(made, "region")).isEqualTo("eu-de");
        assertThat(made.json()
                        .getAsJsonObject("eventstreams_endpoint")
                        .get("topic")
                        .getAsString())
                .isEqualTo("audit");
    }

    @Test
    void theSeventeenthTargetIsOneTooMany() {
        scene.authorize("logs", SENDER);
        for (var i = 0; i < 16; i++) {
            scene.target(scene.logs());
        }

        var refused = owner.post(TARGETS, scene.logs());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("target_limit_reached");
        assertThat(error(refused).get("message").getAsString())
                .isEqualTo("You have reached the limit of targets that you can define in your account."
                        + " Remove unused targets, then try again.");
    }

    @Test
    void onlyPermittedRegionsGetTargets() {
        scene.authorize("logs", SENDER);
        scene.settings("permitted_target_regions", array("eu-gb", "us-south"));
        var body = scene.logs();
        body.addProperty("region", "us-east");

        var refused = owner.post(TARGETS, body);

        assertThat(code(refused)).isEqualTo("region_not_allowed");
        assertThat(error(refused).get("message").getAsString())
                .isEqualTo("Your request has failed due to the region requested not being permitted."
                        + " Requested: us-east, Permitted: [eu-gb us-south]");
    }

    @Test
    void logsInMontrealTakeEventsFromThereAlone() {
        scene.authorize("logs", SENDER);
        var body = scene.logs();
        body.getAsJsonObject("cloudlogs_endpoint")
                .addProperty("target_crn", scene.crn("logs").replace("us-south", "ca-mon"));
        var elsewhere = owner.post(TARGETS, body);
        body.addProperty("region", "ca-mon");
        var there = owner.post(TARGETS, body);

        assertThat(code(elsewhere)).isEqualTo("region_not_allowed");
        assertThat(there.status()).as(there.text()).isEqualTo(201);
    }

    @Test
    void aTargetIsChangedOnlyIfAWriteToTheNewPlaceGetsThrough() {
        scene.authorize("cloud-object-storage", OBJECT_WRITER);
        var id = scene.target(scene.bucket("audit"));
        PLACES.breaks("gone", Reason.NO_SUCH_PLACE);

        var refused = owner.send("PUT", TARGETS + "/" + id, change(scene.bucket("gone")));
        var changed = owner.send("PUT", TARGETS + "/" + id, change(scene.bucket("audit-2")));
        var renamed =
                owner.send("PUT", TARGETS + "/" + id, json("name", "renamed").toString());
        var retyped = owner.send("PUT", TARGETS + "/" + id, change(scene.logs()));

        assertThat(code(refused)).isEqualTo("cos_write_test_failed");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().getAsJsonObject("cos_endpoint").get("bucket").getAsString())
                .isEqualTo("audit-2");
        assertThat(text(renamed, "name")).isEqualTo("renamed");
        assertThat(renamed.json().get("cos_endpoint")).isEqualTo(changed.json().get("cos_endpoint"));
        assertThat(retyped.status()).isEqualTo(400);
        assertThat(code(retyped)).isEqualTo("invalid_value");
    }

    private static String change(JsonObject target) {
        target.remove("target_type");
        return target.toString();
    }

    @Test
    void validateSaysWhetherAWriteGetsThroughNow() {
        var policy = scene.authorize("logs", SENDER);
        var id = scene.target(scene.logs());

        var well = owner.post(TARGETS + "/" + id + "/validate", "");
        owner.delete("/v1/policies/" + policy);
        var ill = owner.post(TARGETS + "/" + id + "/validate", "");
        scene.authorize("logs", SENDER);
        var again = owner.post(TARGETS + "/" + id + "/validate", "");

        assertThat(status(well)).isEqualTo("success");
        assertThat(ill.status()).isEqualTo(200);
        assertThat(status(ill)).isEqualTo("failed");
        assertThat(ill.json()
                        .getAsJsonObject("write_status")
                        .get("reason_for_last_failure")
                        .getAsString())
                .startsWith("The service could not write to the IBM Cloud Logs instance that is configured.");
        assertThat(ill.header("Sandbox-Decision")).startsWith("/sandbox/v1/decisions/");
        assertThat(status(again)).isEqualTo("success");
    }

    private static String status(io.lanyard.sandbox.Http.Answer answer) {
        return answer.json().getAsJsonObject("write_status").get("status").getAsString();
    }

    @Test
    void aTargetInUseStays() {
        scene.authorize("logs", SENDER);
        var id = scene.target(scene.logs());
        var route = scene.route(rule("*", id));
        var routed = owner.delete(TARGETS + "/" + id);
        owner.delete(ROUTES + "/" + route);
        scene.settings("default_targets", array(id));
        var byDefault = owner.delete(TARGETS + "/" + id);
        scene.settings();
        var gone = owner.delete(TARGETS + "/" + id);

        assertThat(routed.status()).isEqualTo(409);
        assertThat(error(routed).get("message").getAsString()).contains("route 'a route'");
        assertThat(byDefault.status()).isEqualTo(409);
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.json().getAsJsonArray("warnings")).isEmpty();
        assertThat(owner.delete(TARGETS + "/" + id).status()).isEqualTo(404);
        assertThat(error(owner.get(TARGETS + "/" + id)).get("message").getAsString())
                .isEqualTo("The target id specified in `target_id` field is not found.");
        assertThat(code(owner.post(TARGETS + "/" + id + "/validate", ""))).isEqualTo("not_found");
    }
}
