// Room: sandbox / resources, tests.
package io.lanyard.sandbox.services.resources;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import io.lanyard.sandbox.services.identity.IdentityPart;
import io.lanyard.sandbox.services.policy.PolicyQuotas;
import io.lanyard.sandbox.services.policy.PolicyStore;
import io.lanyard.sandbox.state.AuditEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups, instances and keys over HTTP: allowed and denied. */
class ResourceRoutesTest extends RouteScene {
    private static final String GROUPS = "/v2/resource_groups";
    private static final String INSTANCES = "/v2/resource_instances";
    private static final String KEYS = "/v2/resource_keys";
    private static final String VIEWER = "crn:v1:bluemix:public:iam::::role:Viewer";
    private static final String OPERATOR = "crn:v1:bluemix:public:iam::::role:Operator";
    private static final String EDITOR = "crn:v1:bluemix:public:iam::::role:Editor";
    private static final String ADMINISTRATOR = "crn:v1:bluemix:public:iam::::role:Administrator";
    private static final String READER = "crn:v1:bluemix:public:iam::::serviceRole:Reader";
    private String group;

    @BeforeEach
    void open() {
        group = ResourcePart.of(account.state()).defaultGroup().id();
    }

    @Test
    void withoutAPolicyNothingIsAllowedOrShown() {
        String store = create(owner, "store", "logs-standard", "us-south");
        String key = text(owner.post(KEYS, json("name", "k", "source", store)), "guid");

        for (Http.Answer answer : List.of(
                ada.post(GROUPS, json("name", "mine", "account_id", account.id().value())),
                ada.get(GROUPS + "/" + group),
                ada.send("PATCH", GROUPS + "/" + group, "{\"name\":\"mine\"}"),
                ada.delete(GROUPS + "/" + group),
                ada.post(INSTANCES, instance("mine", "logs-standard", "us-south")),
                ada.get(INSTANCES + "/" + store),
                ada.send("PATCH", INSTANCES + "/" + store, "{\"name\":\"mine\"}"),
                ada.post(INSTANCES + "/" + store + "/lock", ""),
                ada.delete(INSTANCES + "/" + store + "/lock"),
                ada.delete(INSTANCES + "/" + store + "/last_operation"),
                ada.delete(INSTANCES + "/" + store),
                ada.get(INSTANCES + "/" + store + "/resource_keys"),
                ada.post(KEYS, json("name", "mine", "source", store)),
                ada.get(KEYS + "/" + key),
                ada.send("PATCH", KEYS + "/" + key, "{\"name\":\"mine\"}"),
                ada.delete(KEYS + "/" + key))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(code(answer)).isEqualTo("forbidden");
            assertThat(answer.header("Sandbox-Decision")).isNotEmpty();
        }
        for (String list : List.of(GROUPS, INSTANCES, KEYS, "/v1/reclamations")) {
            assertThat(ada.get(list).json().getAsJsonArray("resources")).isEmpty();
        }
    }

    @Test
    void aGroupPolicyReachesWhatIsInItButNotTheGroup() {
        String other = text(owner.post(GROUPS, json("name", "other")), "id");
        String inside = create(owner, "inside", "logs-standard", "us-south");
        String outside = text(
                owner.post(
                        INSTANCES,
                        json(
                                "name", "outside",
                                "target", "us-south",
                                "resource_group", other,
                                "resource_plan_id", "logs-standard")),
                "guid");
        grant(EDITOR, "resourceGroupId", group);

        assertThat(ada.get(INSTANCES + "/" + inside).status()).isEqualTo(200);
        assertThat(ada.get(INSTANCES + "/" + outside).status()).isEqualTo(403);
        assertThat(ada.get(INSTANCES).json().getAsJsonArray("resources")).hasSize(1);
        assertThat(ada.get(GROUPS + "/" + group).status()).isEqualTo(403);
        var refused = ada.post(INSTANCES, instance("mine", "logs-standard", "us-south"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("resource-controller.group.retrieve");

        grant(VIEWER, "resourceType", "resource-group", "resource", group);

        assertThat(ada.get(GROUPS + "/" + group).status()).isEqualTo(200);
        assertThat(ada.post(INSTANCES, instance("mine", "logs-standard", "us-south"))
                        .status())
                .isEqualTo(201);
        assertThat(ada.delete(GROUPS + "/" + group).status()).isEqualTo(403);
    }

    @Test
    void whoEditsAccountManagementMakesGroups() {
        grant(EDITOR, "serviceType", "platform_service");

        assertThat(ada.post(GROUPS, json("name", "mine")).status()).isEqualTo(201);
    }

    @Test
    void aKeyGivesNoMoreThanItsMakerHas() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        grant(OPERATOR, "serviceName", "logs", "serviceInstance", streams);
        grant(READER, "serviceName", "logs", "serviceInstance", streams);

        assertThat(ada.post(KEYS, json("name", "k", "source", streams, "role", "Manager"))
                        .status())
                .isEqualTo(403);
        var made = ada.post(KEYS, json("name", "k", "source", streams, "role", "Reader"));
        assertThat(made.status()).isEqualTo(201);
        var strong = owner.post(KEYS, json("name", "strong", "source", streams, "role", "Manager"));

        assertThat(credentials(ada.get(KEYS + "/" + text(made, "guid")))).contains("apikey");
        assertThat(credentials(ada.get(KEYS + "/" + text(strong, "guid"))))
                .contains("REDACTED")
                .doesNotContain("apikey");
        grant(ADMINISTRATOR, "serviceName", "logs", "serviceInstance", streams);
        assertThat(credentials(ada.get(KEYS + "/" + text(strong, "guid")))).contains("apikey");
    }

    @Test
    void aServiceIdIsNotBorrowedWithoutARightToItsKeys() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        grant(OPERATOR, "serviceName", "logs", "serviceInstance", streams);
        String robot = text(
                owner.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "robot")), "crn");
        var wanted = json("name", "k", "source", streams, "parameters", json("serviceid_crn", robot));

        assertThat(ada.post(KEYS, wanted).status()).isEqualTo(403);
        assertThat(owner.post(KEYS, wanted).status()).isEqualTo(201);
    }

    @Test
    void policiesGoWithTheInstanceWhenItsWaitIsOver() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        String policy = grant(VIEWER, "serviceName", "logs", "serviceInstance", streams);

        assertThat(owner.delete(INSTANCES + "/" + streams).status()).isEqualTo(204);
        assertThat(owner.delete(INSTANCES + "/" + streams).status()).isEqualTo(410);
        assertThat(text(owner.get(INSTANCES + "/" + streams), "state")).isEqualTo("pending_reclamation");
        assertThat(text(owner.get("/v2/policies/" + policy), "state")).isEqualTo("active");
        String waiting = owner.get("/v1/reclamations?resource_instance_id=" + streams)
                .json()
                .getAsJsonArray("resources")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        assertThat(ada.post("/v1/reclamations/" + waiting + "/actions/restore", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(owner.post("/v1/reclamations/" + waiting + "/actions/explode", "{}")
                        .status())
                .isEqualTo(400);

        account.state().world().clock().advance(Duration.ofDays(8));
        owner = Actor.owner(sandbox, account);

        assertThat(text(owner.get(INSTANCES + "/" + streams), "state")).isEqualTo("removed");
        assertThat(owner.get("/v1/reclamations").json().getAsJsonArray("resources"))
                .isEmpty();
        assertThat(text(owner.get("/v2/policies/" + policy), "state")).isEqualTo("deleted");
    }

    @Test
    void whatIsDoneLeavesEvents() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        String key = text(owner.post(KEYS, json("name", "k", "source", streams)), "guid");
        owner.delete(KEYS + "/" + key);
        ada.delete(INSTANCES + "/" + streams);

        assertThat(sandbox.events(account.id()))
                .extracting(AuditEvent::action, AuditEvent::outcome)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("logs.instance.create", "success"),
                        org.assertj.core.groups.Tuple.tuple("logs.resource-key.create", "success"),
                        org.assertj.core.groups.Tuple.tuple("logs.resource-key.delete", "success"),
                        org.assertj.core.groups.Tuple.tuple("logs.instance.delete", "failure"));
    }

    @Test
    void aDataPlaneHearsOfItsInstances() {
        List<String> heard = new ArrayList<>();
        InstanceListeners.of(account.state().world().directory()).tell("kms", new InstanceListener() {
            @Override
            public void made(ServiceInstance instance) {
                heard.add("made " + instance.name());
            }

            @Override
            public void removed(ServiceInstance instance) {
                heard.add("removed " + instance.name());
            }
        });
        String keys = create(owner, "keys", "kms-tiered-pricing", "us-south");
        owner.delete(INSTANCES + "/" + keys);

        assertThat(heard).containsExactly("made keys");
        sandbox.clock().advance(Duration.ofDays(8));
        Actor.owner(sandbox, account).get(INSTANCES + "/" + keys);
        assertThat(heard).containsExactly("made keys", "removed keys");
    }

    @Test
    void aKeyIsNoWayAroundTheRestrictionOfServiceIds() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        IdentityPart.of(account.state()).restrictServiceIds(true);

        assertThat(owner.post(KEYS, json("name", "k", "source", streams)).status())
                .isEqualTo(403);
        assertThat(account.state().serviceIds().size()).isZero();
    }

    @Test
    void aRefusedKeyLeavesNothingBehind() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        PolicyStore.of(account.state()).quotas(new PolicyQuotas(0, 0, 0));

        assertThat(owner.post(KEYS, json("name", "k", "source", streams, "role", "Reader"))
                        .status())
                .isEqualTo(400);
        assertThat(account.state().serviceIds().size()).isZero();
    }

    @Test
    void aLockedServiceIdHoldsItsKey() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        String key = text(owner.post(KEYS, json("name", "k", "source", streams, "role", "Reader")), "guid");
        String robot =
                account.state().serviceIds().stream().findFirst().orElseThrow().id();
        owner.post("/v1/serviceids/" + robot + "/lock", "");

        assertThat(owner.delete(KEYS + "/" + key).status()).isEqualTo(422);
        assertThat(owner.delete(INSTANCES + "/" + streams + "?recursive=true").status())
                .isEqualTo(422);
        assertThat(account.state().serviceIds().size()).isEqualTo(1);
    }

    @Test
    void aLockedServiceIdKeepsThePolicyOfAKeyMadeForIt() {
        String streams = create(owner, "streams", "logs-standard", "us-south");
        var robot =
                owner.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "robot"));
        var parameters = json("serviceid_crn", text(robot, "crn"));
        String key = text(
                owner.post(KEYS, json("name", "k", "source", streams, "role", "Reader", "parameters", parameters)),
                "guid");
        owner.post("/v1/serviceids/" + text(robot, "id") + "/lock", "");

        assertThat(owner.delete(KEYS + "/" + key).status()).isEqualTo(422);
        assertThat(owner.delete(INSTANCES + "/" + streams + "?recursive=true").status())
                .isEqualTo(422);
        owner.delete("/v1/serviceids/" + text(robot, "id") + "/lock");
        assertThat(owner.delete(KEYS + "/" + key).status()).isEqualTo(204);
    }

    @Test
    void aNamespaceIsPutIntoAGroupByWhoSeesTheGroup() {
        grant("crn:v1:bluemix:public:iam::::serviceRole:Manager", "serviceName", "container-registry");
        String url = sandbox.registryUrl("us-south") + "/api/v1/namespaces/in-a-group";
        String[] headers = {"Account", account.id().value(), "X-Auth-Resource-Group", group};

        assertThat(ada.send("PUT", url, "", headers).status()).isEqualTo(403);
        grant(VIEWER, "resourceType", "resource-group", "resource", group);
        assertThat(ada.send("PUT", url, "", headers).status()).isEqualTo(201);
    }

    private String create(Actor who, String name, String plan, String place) {
        var answer = who.post(INSTANCES, instance(name, plan, place));
        assertThat(answer.status()).isEqualTo(201);
        return text(answer, "guid");
    }

    private com.google.gson.JsonObject instance(String name, String plan, String place) {
        return json("name", name, "target", place, "resource_group", group, "resource_plan_id", plan);
    }

    private static String credentials(Http.Answer answer) {
        return answer.json().getAsJsonObject("credentials").toString();
    }

    private String grant(String role, String... resource) {
        JsonArray attributes = array(equal("accountId", account.id().value()));
        for (int i = 0; i < resource.length; i += 2) {
            attributes.add(equal(resource[i], resource[i + 1]));
        }
        var answer = owner.post(
                "/v2/policies",
                json(
                        "type", "access",
                        "subject", json("attributes", array(equal("iam_id", ada.iamId()))),
                        "control", json("grant", json("roles", array(json("role_id", role)))),
                        "resource", json("attributes", attributes)));
        assertThat(answer.status()).isEqualTo(201);
        return text(answer, "id");
    }

    private static com.google.gson.JsonObject equal(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }
}
