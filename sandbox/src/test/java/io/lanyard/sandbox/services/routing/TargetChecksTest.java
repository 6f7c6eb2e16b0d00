// Room: sandbox / routing, tests. What a target must be.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.routing.RoutingScene.SENDER;
import static io.lanyard.sandbox.services.routing.RoutingScene.TARGETS;
import static io.lanyard.sandbox.services.routing.RoutingScene.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that are refused before anything is written: bad fields, too many, in the wrong region. */
class TargetChecksTest {
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

    static Stream<Arguments> badTargets() {
        return Stream.of(
                bad("name", "CosEndpoint", t -> t.addProperty("name", "no/slashes"), "invalid_value", "Name"),
                bad("type", "", t -> t.addProperty("target_type", "logdna"), "invalid_value", "TargetType"),
                bad("managed", "", t -> t.addProperty("managed_by", "enterprise"), "invalid_value", "ManagedBy"),
                bad("region", "", t -> t.addProperty("region", "us-sauth"), "invalid_value", "Region"),
                bad("no place", "", t -> t.remove("cos_endpoint"), "invalid_value", "CosEndpoint"),
                bad("key", "", t -> cos(t, "service_to_service_enabled", ""), "invalid_value", "CosEndpoint.APIKey"),
                bad("odd key", "", TargetChecksTest::oddKey, "invalid_value", "CosEndpoint.APIKey"),
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

    private static void oddKey(JsonObject target) {
        cos(target, "service_to_service_enabled", "");
        cos(target, "api_key", "a\nb");
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
}
