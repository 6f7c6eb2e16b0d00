// Room: sandbox / routing, tests.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.routing.RoutingScene.ROUTES;
import static io.lanyard.sandbox.services.routing.RoutingScene.SENDER;
import static io.lanyard.sandbox.services.routing.RoutingScene.SETTINGS;
import static io.lanyard.sandbox.services.routing.RoutingScene.TARGETS;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes, settings, and who may do what with them. */
class RouteRoutesTest {
    private static final String VIEWER = "crn:v1:bluemix:public:iam::::role:Viewer";
    private static final String EDITOR = "crn:v1:bluemix:public:iam::::role:Editor";
    private static final String ADMINISTRATOR = "crn:v1:bluemix:public:iam::::role:Administrator";
    private static final Places PLACES = new Places();
    private static Sandbox sandbox;
    private RoutingScene scene;
    private Actor owner;
    private Actor ada;
    private String logs;

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
        var account = sandbox.newAccount(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));
        owner = Actor.owner(sandbox, account);
        ada = Actor.member(sandbox, account, 0);
        scene = new RoutingScene(account, owner);
        scene.authorize("logs", SENDER);
        logs = scene.target(scene.logs());
    }

    @Test
    void aRouteIsMadeReadReplacedAndDeleted() {
        var made = owner.post(ROUTES, json("name", "all", "rules", array(rule("*", logs))));
        var path = ROUTES + "/" + text(made, "id");
        var changed = owner.send(
                "PUT",
                path,
                json("name", "two", "rules", array(rule("global", logs), rule("eu-de")))
                        .toString());

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(text(made, "crn"))
                .startsWith("crn:v1:bluemix:public:atracker:global:a/" + scene.id())
                .endsWith(":route:" + text(made, "id"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().get("version").getAsLong()).isEqualTo(1);
        assertThat(owner.get(path).json()).isEqualTo(changed.json());
        assertThat(owner.get(ROUTES).json().getAsJsonArray("routes")).containsExactly(changed.json());
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(code(owner.get(path))).isEqualTo("not_found");
        assertThat(sandbox.events(scene.account().id()))
                .extracting(AuditEvent::action)
                .contains(
                        "atracker.route.create",
                        "atracker.route.update",
                        "atracker.route.read",
                        "atracker.route.list",
                        "atracker.route.delete");
    }

    @Test
    void rulesWithoutLocationsTakeEverything() {
        var made = owner.post(ROUTES, json("name", "all", "rules", array(json("target_ids", array(logs)))));

        assertThat(made.json().getAsJsonArray("rules").get(0).getAsJsonObject().getAsJsonArray("locations"))
                .isEqualTo(array("*"));
    }

    @Test
    void limitsOfRoutesAreRefusedWithTheirNumber() {
        assertThat(said(rules(11))).isEqualTo("Your request has failed because rules per route limit 10 is reached.");
        var nine = new JsonArray();
        IntStream.rangeClosed(1, 9).forEach(n -> nine.add("us-south-" + n));
        assertThat(said(route(json("locations", nine, "target_ids", array()))))
                .isEqualTo("Your request has failed because locations per rule limit 8 is reached.");
        assertThat(said(route(rule("*", "1", "2", "3", "4"))))
                .isEqualTo("Your request has failed because targets per rule limit 3 is reached.");
        for (var i = 0; i < 30; i++) {
            scene.route(rule("*"));
        }
        assertThat(said(route(rule("*"))))
                .isEqualTo("Your request has failed because routes per account limit 30 is reached.");
        assertThat(rules(0).status()).isEqualTo(400);
    }

    private Http.Answer rules(int count) {
        var rules = new JsonArray();
        IntStream.range(0, count).forEach(n -> rules.add(rule("*")));
        return owner.post(ROUTES, json("name", "many", "rules", rules));
    }

    private Http.Answer route(JsonObject rule) {
        return owner.post(ROUTES, json("name", "one", "rules", array(rule)));
    }

    private static String said(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("invalid_value");
        return error(answer).get("message").getAsString();
    }

    @Test
    void anUnknownLocationIsRefusedAndTheCloseOneNamed() {
        var refused = route(rule("us-sout", logs));

        assertThat(code(refused)).isEqualTo("invalid_value");
        assertThat(error(refused).get("recovery").getAsString())
                .isEqualTo("There is no location 'us-sout'; did you mean 'us-south'?");
        assertThat(route(rule("us-south-1", logs)).status()).isEqualTo(201);
        assertThat(route(rule("jp", logs)).status()).isEqualTo(201);
        assertThat(route(json("locations", array(), "target_ids", array(logs))).status())
                .isEqualTo(400);
    }

    @Test
    void targetsAreNamedByIdAlone() {
        var byRoute = route(rule("*", "to logs"));
        var bySettings = scene.settings("default_targets", array("to logs"));

        assertThat(byRoute.status()).isEqualTo(404);
        assertThat(code(bySettings)).isEqualTo("not_found");
        assertThat(error(bySettings).get("message").getAsString())
                .isEqualTo("Your request has failed because the target id to logs is not valid.");
    }

    @Test
    void settingsAreReplacedAsAWhole() {
        var before = owner.get(SETTINGS);
        var set = scene.settings(
                "default_targets",
                array(logs),
                "permitted_target_regions",
                array("us-south", "eu-de"),
                "metadata_region_primary",
                "eu-de",
                "metadata_region_backup",
                "eu-es");
        var emptied = scene.settings();

        assertThat(before.json().getAsJsonArray("default_targets")).isEmpty();
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        assertThat(text(set, "metadata_region_backup")).isEqualTo("eu-es");
        assertThat(set.json().getAsJsonArray("default_targets")).isEqualTo(array(logs));
        assertThat(emptied.json().has("metadata_region_backup")).isFalse();
        assertThat(emptied.json().getAsJsonArray("default_targets")).isEmpty();
        assertThat(owner.get(SETTINGS).json()).isEqualTo(emptied.json());
        assertThat(sandbox.events(scene.account().id()))
                .extracting(AuditEvent::action)
                .contains("atracker.setting.get", "atracker.setting.set");
    }

    @Test
    void badSettingsAreRefused() {
        var second = scene.target(scene.logs());
        var third = scene.target(scene.logs());

        assertThat(said(scene.settings("default_targets", array(logs, second, third))))
                .isEqualTo("Your request has failed because default_targets per setting limit 2 is reached.");
        assertThat(said(scene.settings("metadata_region_primary", "mars"))).contains("MetadataRegionPrimary");
        assertThat(said(scene.settings("metadata_region_backup", "us-south"))).contains("MetadataRegionBackup");
        assertThat(said(scene.settings("permitted_target_regions", array("global"))))
                .contains("PermittedTargetRegions");
        assertThat(said(scene.settings("private_api_endpoint_only", true))).contains("PrivateAPIEndpointOnly");
        assertThat(code(owner.send("PUT", SETTINGS, "{}"))).isEqualTo("binding_error");
    }

    @Test
    void whoHasNothingGetsIbmsSentences() {
        var reads = ada.get(TARGETS);
        var writes = ada.post(TARGETS, scene.logs());
        var nobody = Http.get(sandbox.url() + TARGETS);

        assertThat(reads.status()).isEqualTo(403);
        assertThat(code(reads)).isEqualTo("invalid_token");
        assertThat(error(reads).get("message").getAsString())
                .isEqualTo("You are not authorize to complete this task."
                        + " Check you have IAM permissions to work with Activity Tracking in the account.");
        assertThat(error(writes).get("message").getAsString())
                .startsWith("You do not have the correct permissions to perform this action.")
                .contains("account management Editor platform role for Activity Tracker Event Routing");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(code(nobody)).isEqualTo("invalid_token");
    }

    @Test
    void rolesOnAllIamEnabledServicesDoNotIncludeEventRouting() {
        grant(ADMINISTRATOR, "serviceType", "service");
        var denied = ada.get(TARGETS);
        grant(ADMINISTRATOR, "serviceType", "platform_service");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(ada.get(TARGETS).status()).isEqualTo(200);
    }

    @Test
    void viewersReadEditorsChangeAndAdministratorsSet() {
        grant(VIEWER, "serviceName", "atracker");
        assertThat(ada.get(TARGETS).status()).isEqualTo(200);
        assertThat(ada.post(TARGETS + "/" + logs + "/validate", "").status()).isEqualTo(200);
        assertThat(ada.get(SETTINGS).status()).isEqualTo(200);
        assertThat(ada.post(ROUTES, json("name", "r", "rules", array(rule("*"))))
                        .status())
                .isEqualTo(403);
        grant(EDITOR, "serviceName", "atracker");
        assertThat(ada.post(ROUTES, json("name", "r", "rules", array(rule("*"))))
                        .status())
                .isEqualTo(201);
        var settings = json("metadata_region_primary", "us-south", "private_api_endpoint_only", false);
        assertThat(ada.send("PUT", SETTINGS, settings.toString()).status()).isEqualTo(403);
        grant(ADMINISTRATOR, "serviceName", "atracker");
        assertThat(ada.send("PUT", SETTINGS, settings.toString()).status()).isEqualTo(201);
    }

    @Test
    void aPolicyForOneRegionIsForTargetsThereAlone() {
        grant(EDITOR, "serviceName", "atracker", "region", "us-south");
        var elsewhere = scene.logs();
        elsewhere.addProperty("region", "eu-de");

        assertThat(ada.get(TARGETS + "/" + logs).status()).isEqualTo(200);
        assertThat(ada.post(TARGETS, scene.logs()).status()).isEqualTo(201);
        assertThat(ada.post(TARGETS, elsewhere).status()).isEqualTo(403);
        assertThat(ada.get(TARGETS).status()).isEqualTo(403);
        assertThat(ada.get(ROUTES).status()).isEqualTo(403);
    }

    private void grant(String role, String... namesAndValues) {
        var attributes = new JsonArray();
        attributes.add(json("name", "accountId", "value", scene.id()));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            attributes.add(json("name", namesAndValues[i], "value", namesAndValues[i + 1]));
        }
        var granted = owner.post(
                "/v1/policies",
                json(
                        "type",
                        "access",
                        "subjects",
                        array(json("attributes", array(json("name", "iam_id", "value", ada.iamId())))),
                        "roles",
                        array(json("role_id", role)),
                        "resources",
                        array(json("attributes", attributes))));
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
    }
}
