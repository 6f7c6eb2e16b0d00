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
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
