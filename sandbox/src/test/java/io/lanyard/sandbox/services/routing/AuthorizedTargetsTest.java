// Room: sandbox / routing, tests. Authorizations as targets need them, with the sandbox's own buckets.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.routing.RoutingScene.OBJECT_WRITER;
import static io.lanyard.sandbox.services.routing.RoutingScene.TARGETS;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.core.Crn;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizedTargetsTest {
    private static final String READER = "crn:v1:bluemix:public:iam::::serviceRole:Reader";
    private Sandbox sandbox;
    private SandboxAccount account;
    private Actor owner;
    private RoutingScene scene;
    private Crn store;
    private String bucket;

    @BeforeEach
    void open() {
        sandbox = Sandbox.start();
        account = sandbox.account();
        owner = Actor.owner(sandbox, account);
        scene = new RoutingScene(account, owner);
        store = account.newInstance("cloud-object-storage-standard", "global", "store");
        bucket = "audit-" + scene.id().substring(0, 8);
        assertThat(owner.send(
                                "PUT",
                                sandbox.storageUrl() + "/" + bucket,
                                "",
                                "ibm-service-instance-id",
                                store.serviceInstance())
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonObject toBucket() {
        var body = scene.bucket(bucket);
        body.getAsJsonObject("cos_endpoint").addProperty("target_crn", store.value());
        return body;
    }

    /** Authorizes a service of some account to act on Object Storage of this one; returns the policy's id. */
    private String authorize(String service, String source, String role, String... scope) {
        var target = attributes("accountId", scene.id(), "serviceName", "cloud-object-storage");
        target.addAll(attributes(scope));
        var made = owner.post(
                "/v1/policies",
                json(
                        "type",
                        "authorization",
                        "subjects",
                        array(json("attributes", attributes("serviceName", service, "accountId", source))),
                        "roles",
                        array(json("role_id", role)),
                        "resources",
                        array(json("attributes", target))));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return text(made, "id");
    }

    private static JsonArray attributes(String... namesAndValues) {
        var all = new JsonArray();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            all.add(json("name", namesAndValues[i], "value", namesAndValues[i + 1]));
        }
        return all;
    }

    private void assertRefused(String what, String policy) {
        var refused = owner.post(TARGETS, toBucket());
        assertThat(refused.status()).as(what).isEqualTo(400);
        assertThat(code(refused)).as(what).isEqualTo("cos_write_test_failed");
        assertThat(error(refused).get("message").getAsString())
                .as(what)
                .endsWith("bucket that is configured. {'error_code':'403','error_message':'Access Denied'}");
        assertThat(Http.get(sandbox.url() + refused.header("Sandbox-Decision")).text())
                .as(what)
                .contains("cloud-object-storage.object.put", policy);
        if (!policy.isEmpty()) {
            assertThat(owner.delete("/v1/policies/" + policy).status()).isEqualTo(204);
        }
    }

    @Test
    void eachWayAnAuthorizationCanBeWrongIsRefusedAndTheRightOneIsAccepted() {
        var other = sandbox.newAccount(seed -> {}).id().value();
        var another = account.newInstance("cloud-object-storage-standard", "global", "another");

        assertRefused("none", "");
        assertRefused("role", authorize("atracker", scene.id(), READER));
        assertRefused(
                "bucket",
                authorize("atracker", scene.id(), OBJECT_WRITER, "resourceType", "bucket", "resource", bucket + "-2"));
        assertRefused(
                "instance",
                authorize("atracker", scene.id(), OBJECT_WRITER, "serviceInstance", another.serviceInstance()));
        assertRefused("source account", authorize("atracker", other, OBJECT_WRITER));
        authorize("logs", scene.id(), OBJECT_WRITER);
        assertRefused("source service", "");

        authorize(
                "atracker",
                scene.id(),
                OBJECT_WRITER,
                "serviceInstance",
                store.value(),
                "resourceType",
                "bucket",
                "resource",
                bucket);
        assertThat(owner.post(TARGETS, toBucket()).status()).isEqualTo(201);
    }

    @Test
    void anAuthorizationEndsWithTheInstanceAndTheTargetSaysWhatIsWrong() {
        var policy = authorize("atracker", scene.id(), OBJECT_WRITER, "serviceInstance", store.serviceInstance());
        var target = scene.target(toBucket());
        scene.route(rule("*", target));
        owner.delete("/v2/resource_instances/" + store.serviceInstance());
        var waiting = owner.get("/v1/reclamations?resource_instance_id=" + store.serviceInstance())
                .json()
                .getAsJsonArray("resources")
                .get(0)
                .getAsJsonObject();
        var asleep = scene.flushed(target);
        owner.send("POST", "/v1/reclamations/" + waiting.get("id").getAsString() + "/actions/reclaim", "{}");
        var ended = scene.flushed(target);

        assertThat(asleep.getAsJsonObject("failed").keySet()).containsExactly("no_such_place");
        assertThat(ended.get("status").getAsString()).isEqualTo("failed");
        assertThat(owner.get("/v1/policies/" + policy).json().get("state").getAsString())
                .isEqualTo("deleted");
        assertThat(owner.get(TARGETS + "/" + target)
                        .json()
                        .getAsJsonObject("write_status")
                        .get("reason_for_last_failure")
                        .getAsString())
                .startsWith("The service could not write to the Cloud Object Storage bucket that is configured.")
                .endsWith("does not exist.");
    }

    @Test
    void whatLimitedKeepsOutIsNotTakenForAMissingAuthorization() {
        var partner = sandbox.newAccount(seed -> {});
        var theirs = new RoutingScene(partner, Actor.owner(sandbox, partner));
        authorize("atracker", theirs.id(), OBJECT_WRITER);
        var target = theirs.target(toBucket());
        var limited = json("service", json("state", "limited", "external_allowed_accounts", array()));
        owner.send(
                "PATCH",
                "/v1/accounts/" + scene.id() + "/settings/access_management",
                json("external_account_identity_interaction", json("identity_types", limited))
                        .toString(),
                "If-Match",
                "*");

        var tested = theirs.owner().post(TARGETS + "/" + target + "/validate", "");

        assertThat(tested.json()
                        .getAsJsonObject("write_status")
                        .get("reason_for_last_failure")
                        .getAsString())
                .contains("the token is from account " + theirs.id())
                .contains("limits the interaction of external identities")
                .doesNotContain("there is no authorization");
    }
}
