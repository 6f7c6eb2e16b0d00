// Room: sandbox / policy management, tests.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.policy.Bodies.ADMINISTRATOR;
import static io.lanyard.sandbox.services.policy.Bodies.EDITOR;
import static io.lanyard.sandbox.services.policy.Bodies.READER;
import static io.lanyard.sandbox.services.policy.Bodies.VIEWER;
import static io.lanyard.sandbox.services.policy.Bodies.WRITER;
import static io.lanyard.sandbox.services.policy.Bodies.v1;
import static io.lanyard.sandbox.services.policy.Bodies.v2;
import static io.lanyard.sandbox.services.policy.Bodies.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import io.lanyard.sandbox.state.AuditEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies over HTTP: their life, their rights, their conflicts, and how the two versions see each other. */
class PolicyRoutesTest extends RouteScene {
    private static final String V1 = "/v1/policies";
    private static final String V2 = "/v2/policies";

    @Test
    void v1LivesItsLife() {
        var body = v1(ada.iamId(), READER, registry("resourceType", "namespace", "resource", "my_namespace"));
        body.addProperty("description", "pulls");

        var created = owner.post(V1, body);
        String path = V1 + "/" + text(created, "id");
        var read = owner.get(path);
        body.addProperty("description", "pulls and pushes");
        body.getAsJsonArray("roles").add(json("role_id", WRITER));
        var replaced = owner.put(path, read.header("ETag"), body);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).matches("1-[0-9a-f]{32}");
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(text(read, "href")).isEqualTo(sandbox.url() + path);
        assertThat(text(read, "state")).isEqualTo("active");
        assertThat(text(read, "created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(text(read, "created_by_id")).isEqualTo(owner.iamId());
        assertThat(read.json().get("resources")).isEqualTo(body.get("resources"));
        assertThat(read.json().get("subjects")).isEqualTo(body.get("subjects"));
        assertThat(read.json()
                        .getAsJsonArray("roles")
                        .get(0)
                        .getAsJsonObject()
                        .get("display_name")
                        .getAsString())
                .isEqualTo("Reader");
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.json().getAsJsonArray("roles")).hasSize(2);
        assertThat(owner.put(path, read.header("ETag"), body).status()).isEqualTo(409);
        assertThat(owner.put(path, "", body).status()).isEqualTo(400);
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(text(owner.get(path), "state")).isEqualTo("deleted");
        assertThat(owner.delete(path).status()).isEqualTo(404);
    }

    @Test
    void v2ReturnsWhatWasSent() {
        var body = weekly(v2(ada.iamId(), READER, registry()));

        var created = owner.post(V2, body);
        var read = owner.get(V2 + "/" + text(created, "id"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        for (String field : List.of("type", "subject", "resource", "control", "pattern", "rule")) {
            assertThat(read.json().get(field)).as(field).isEqualTo(body.get(field));
        }
        assertThat(read.json().has("description") || read.json().has("last_permit_at"))
                .isFalse();
    }

    @Test
    void aPolicyCountsFromTheMomentItIsWritten() {
        String robot = serviceId("robot");
        assertThat(ada.get("/v1/serviceids/" + robot).status()).isEqualTo(403);

        String path = V2 + "/" + text(owner.post(V2, v2(ada.iamId(), VIEWER, identity())), "id");
        assertThat(ada.get("/v1/serviceids/" + robot).status()).isEqualTo(200);
        assertThat(ada.delete("/v1/serviceids/" + robot).status()).isEqualTo(403);

        owner.delete(path);
        assertThat(ada.get("/v1/serviceids/" + robot).status()).isEqualTo(403);
    }

    @Test
    void timeConditionsFollowTheClock() {
        var body = weekly(v2(ada.iamId(), VIEWER, identity()));
        String robot = serviceId("robot");
        owner.post(V2, body);
        try (var side = sandbox.beside(java.util.OptionalLong.empty(), seed -> seed.member("a@b.c", "A", "B"))) {
            side.clock().set(java.time.Instant.parse("2026-11-23T12:00:00Z"));
            var sideOwner = Actor.owner(side, side.account());
            var sideMember = Actor.member(side, side.account(), 0);
            String id = side.account().id().value();
            sideOwner.post(V2, weekly(v2(sideMember.iamId(), VIEWER, "accountId", id, "serviceName", "iam-identity")));
            String groups = "/v1/serviceid_groups?account_id=" + id;

            assertThat(sideMember.get(groups).status()).isEqualTo(200);
            side.clock().advance(Duration.ofHours(5).plusMinutes(1));
            sideMember = Actor.member(side, side.account(), 0);
            assertThat(sideMember.get(groups).status()).isEqualTo(403);
        }
        assertThat(robot).isNotEmpty();
    }

    @Test
    void whoeverAdministersTheResourceManagesItsPoliciesAndNobodyElse() {
        owner.post(V2, v2(ada.iamId(), ADMINISTRATOR, registry()));
        owner.post(V2, v2(bob.iamId(), EDITOR, registry()));
        var wanted = v2("iam-ServiceId-1", READER, registry("resourceType", "namespace", "resource", "ns"));

        var denied = bob.post(V2, wanted);
        var created = ada.post(V2, wanted);
        String path = V2 + "/" + text(created, "id");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(code(denied)).isEqualTo("insufficent_permissions");
        assertThat(bob.put(path, "*", wanted).status()).isEqualTo(403);
        assertThat(bob.delete(path).status()).isEqualTo(403);
        assertThat(bob.send("PATCH", V1 + "/" + text(created, "id"), "{\"state\":\"deleted\"}", "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(bob.get(path).status()).isEqualTo(200);
        assertThat(ada.post(V2, v2("iam-ServiceId-1", READER, "accountId", accountId, "serviceType", "service"))
                        .status())
                .isEqualTo(403);
        assertThat(ada.put(path, "*", v2("iam-ServiceId-1", VIEWER, identity())).status())
                .isEqualTo(403);
        assertThat(ada.post(V2, v2("iam-ServiceId-1", VIEWER, identity())).status())
                .isEqualTo(403);
    }

    @Test
    void withoutRightsAPolicyIsClosedAndTheListEmpty() {
        String id = text(owner.post(V1, v1(ada.iamId(), READER, registry())), "id");
        var stranger = Actor.owner(sandbox, sandbox.newAccount(seed -> {}));

        for (Actor actor : List.of(bob, stranger)) {
            assertThat(actor.get(V1 + "/" + id).status()).isEqualTo(403);
            var list = actor.get(V1 + "?account_id=" + accountId);
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.json().getAsJsonArray("policies")).isEmpty();
        }
        assertThat(stranger.post(V1, v1(ada.iamId(), WRITER, registry())).status())
                .isEqualTo(403);
    }

    @Test
    void theSameOrANarrowerGrantIsAConflictWhichCarriesTheOlderPolicy() {
        var wide = owner.post(V2, v2(ada.iamId(), READER, registry()));

        var same = owner.post(V1, v1(ada.iamId(), READER, registry()));
        var narrower = owner.post(V2, v2(ada.iamId(), READER, registry("region", "us-south")));
        var otherRole = owner.post(V2, v2(ada.iamId(), WRITER, registry()));
        var conditional = owner.post(V2, weekly(v2(ada.iamId(), READER, registry())));

        for (Http.Answer conflict : List.of(same, narrower)) {
            assertThat(conflict.status()).isEqualTo(409);
            assertThat(code(conflict)).isEqualTo("policy_conflict_error");
            var with = error(conflict).getAsJsonObject("details").getAsJsonObject("conflicts_with");
            assertThat(with.get("etag").getAsString()).isEqualTo(wide.header("ETag"));
            assertThat(with.get("policy")).isEqualTo(wide.json());
        }
        assertThat(otherRole.status()).isEqualTo(201);
        assertThat(conditional.status()).isEqualTo(201);
    }

    @Test
    void deletedPoliciesCanBeRestored() {
        String id = text(owner.post(V2, v2(ada.iamId(), VIEWER, identity())), "id");
        owner.delete(V2 + "/" + id);
        var deleted = owner.get(V2 + "/" + id);
        var list = owner.get(V2 + "?state=deleted&account_id=" + accountId);

        var missing = owner.send("PATCH", V1 + "/" + id, "{\"state\":\"active\"}");
        var stale = owner.send("PATCH", V1 + "/" + id, "{\"state\":\"active\"}", "If-Match", "1-0");
        var wrong = owner.send("PATCH", V1 + "/" + id, "{\"state\":\"asleep\"}", "If-Match", "*");
        var restored = owner.send("PATCH", V1 + "/" + id, "{\"state\":\"active\"}", "If-Match", deleted.header("ETag"));

        assertThat(list.json().getAsJsonArray("policies")).hasSize(1);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(restored.status()).as(restored.text()).isEqualTo(200);
        assertThat(text(restored, "state")).isEqualTo("active");
        assertThat(ada.get("/v1/serviceid_groups?account_id=" + accountId).status())
                .isEqualTo(200);
    }

    @Test
    void aRestoreDoesNotBringBackWhatIsGrantedAlready() {
        String id = text(owner.post(V2, v2(ada.iamId(), VIEWER, identity())), "id");
        owner.delete(V2 + "/" + id);
        owner.post(V2, v2(ada.iamId(), VIEWER, identity()));

        var restored = owner.send("PATCH", V1 + "/" + id, "{\"state\":\"active\"}", "If-Match", "*");

        assertThat(restored.status()).isEqualTo(409);
    }

    @Test
    void versionOneShowsAPlaceholderOfVersionTwo() {
        String id = text(owner.post(V2, v2(ada.iamId(), READER, registry())), "id");

        var policy = owner.get(V1 + "?account_id=" + accountId)
                .json()
                .getAsJsonArray("policies")
                .get(0)
                .getAsJsonObject();

        assertThat(policy.get("href").getAsString()).isEqualTo(sandbox.url() + V2 + "/" + id);
        assertThat(policy.getAsJsonArray("subjects").toString()).contains("unsupported version");
        assertThat(policy.getAsJsonArray("roles").toString())
                .contains("crn:v1:bluemix:public:iam::::role:UnsupportedVersion", "Unsupported Version");
        assertThat(policy.getAsJsonArray("resources").toString())
                .contains(accountId)
                .doesNotContain("registry");
        assertThat(owner.put(V1 + "/" + id, "*", v1(ada.iamId(), READER, registry()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void versionTwoReadsVersionOneAndUpgradesIt() {
        var body = v1(ada.iamId(), READER, registry());
        String id = text(owner.post(V1, body), "id");
        var read = owner.get(V2 + "/" + id);
        assertThat(text(read, "href")).isEqualTo(sandbox.url() + V1 + "/" + id);
        assertThat(read.json().get("resource"))
                .isEqualTo(v2(ada.iamId(), READER, registry()).get("resource"));

        var upgraded = owner.put(V2 + "/" + id, read.header("ETag"), weekly(v2(ada.iamId(), READER, registry())));

        assertThat(upgraded.status()).as(upgraded.text()).isEqualTo(200);
        assertThat(text(upgraded, "href")).isEqualTo(sandbox.url() + V2 + "/" + id);
        assertThat(owner.get(V1 + "/" + id).text()).contains("UnsupportedVersion");
    }

    @Test
    void aLockedServiceIdKeepsItsPolicies() {
        String robot = serviceId("robot");
        String id = text(owner.post(V1, v1("iam-" + robot, READER, registry())), "id");
        owner.post("/v1/serviceids/" + robot + "/lock", "");

        for (Http.Answer answer : List.of(
                owner.post(V1, v1("iam-" + robot, WRITER, registry())),
                owner.put(V1 + "/" + id, "*", v1("iam-" + robot, WRITER, registry())),
                owner.delete(V1 + "/" + id))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(code(answer)).isEqualTo("request_not_processed");
        }
        owner.delete("/v1/serviceids/" + robot + "/lock");
        assertThat(owner.delete("/v1/serviceids/" + robot).status()).isEqualTo(204);
        assertThat(text(owner.get(V1 + "/" + id), "state")).isEqualTo("deleted");
    }

    @Test
    void formatsAddRolesAndLastPermits() {
        String id = text(owner.post(V2, v2(ada.iamId(), VIEWER, identity())), "id");
        ada.get("/v1/serviceid_groups?account_id=" + accountId);

        var display = owner.get(V2 + "/" + id + "?format=display").json();
        var permits = owner.get(V2 + "/" + id + "?format=include_last_permit").json();

        JsonObject role = display.getAsJsonObject("control")
                .getAsJsonObject("grant")
                .getAsJsonArray("roles")
                .get(0)
                .getAsJsonObject();
        assertThat(role.get("display_name").getAsString()).isEqualTo("Viewer");
        assertThat(role.getAsJsonArray("actions").toString()).contains("iam-identity.serviceid.get");
        assertThat(permits.get("last_permit_frequency").getAsInt()).isEqualTo(1);
        assertThat(permits.has("last_permit_at")).isTrue();
        assertThat(owner.get(V2 + "/" + id + "?format=pretty").status()).isEqualTo(400);
    }

    @Test
    void anAuthorizationGivesNoMoreThanItsCreatorHas() {
        owner.post(V2, v2(ada.iamId(), ADMINISTRATOR, bucketService()));
        var body = json(
                "type", "authorization",
                "subject",
                        json("attributes", Bodies.attributes("key", "accountId", accountId, "serviceName", "atracker")),
                "control", json("grant", json("roles", array(json("role_id", OBJECT_WRITER)))),
                "resource", json("attributes", Bodies.attributes("key", bucketService())));

        assertThat(ada.post(V2, body).status()).isEqualTo(403);
        assertThat(owner.post(V2, body).status()).isEqualTo(201);
        assertThat(bob.post(V2, body).status()).isEqualTo(403);
    }

    private static final String OBJECT_WRITER = "crn:v1:bluemix:public:iam::::serviceRole:ObjectWriter";

    @Test
    void anAccountHasLimits() {
        PolicyStore.of(account.state()).quotas(new PolicyQuotas(3, 1, 1));
        owner.post(V2, v2(ada.iamId(), READER, registry()));

        var perSubject = owner.post(V2, v2(ada.iamId(), WRITER, registry()));

        assertThat(code(perSubject)).isEqualTo("request_not_processed");
        var bobs = owner.post(V2, v2(bob.iamId(), WRITER, registry()));
        assertThat(bobs.status()).isEqualTo(201);
        var moved = owner.put(V2 + "/" + text(bobs, "id"), bobs.header("ETag"), v2(ada.iamId(), WRITER, registry()));
        assertThat(code(moved)).isEqualTo("request_not_processed");
    }

    @Test
    void everyCallLeavesItsEvent() {
        String id = text(owner.post(V1, v1(ada.iamId(), READER, registry())), "id");
        bob.delete(V1 + "/" + id);
        owner.delete(V1 + "/" + id);

        var events = account.state().journal().entries().stream()
                .filter(event -> event.action().startsWith("iam-am.policy."))
                .toList();

        assertThat(events)
                .extracting(AuditEvent::action, AuditEvent::outcome)
                .containsExactly(
                        tuple("iam-am.policy.create", "success"),
                        tuple("iam-am.policy.delete", "failure"),
                        tuple("iam-am.policy.delete", "success"));
        assertThat(events.get(0).target().name()).isEqualTo(id);
    }

    private String serviceId(String name) {
        return text(owner.post("/v1/serviceids/", json("account_id", accountId, "name", name)), "id");
    }

    private String[] registry(String... more) {
        return resource("container-registry", more);
    }

    private String[] identity() {
        return resource("iam-identity");
    }

    private String[] bucketService() {
        return resource("cloud-object-storage");
    }

    private String[] resource(String service, String... more) {
        String[] all = new String[4 + more.length];
        all[0] = "accountId";
        all[1] = accountId;
        all[2] = "serviceName";
        all[3] = service;
        System.arraycopy(more, 0, all, 4, more.length);
        return all;
    }
}
