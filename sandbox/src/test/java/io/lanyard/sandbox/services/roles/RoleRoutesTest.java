// Room: sandbox / roles, tests.
package io.lanyard.sandbox.services.roles;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles over HTTP: those of services, and an account's own. */
class RoleRoutesTest extends RouteScene {
    private static final String PATH = "/v2/roles";
    private static final String VIEWER = "crn:v1:bluemix:public:iam::::role:Viewer";
    private static final String EDITOR = "crn:v1:bluemix:public:iam::::role:Editor";
    private static final String ADMINISTRATOR = "crn:v1:bluemix:public:iam::::role:Administrator";

    @Test
    void aServiceHasItsRoles() {
        var roles = owner.get(PATH + "?service_name=container-registry&account_id=" + accountId)
                .json();

        assertThat(names(roles, "system_roles")).containsExactly("Viewer", "Operator", "Editor", "Administrator");
        assertThat(names(roles, "service_roles")).contains("Reader", "Writer", "Manager");
        assertThat(roles.getAsJsonArray("custom_roles")).isEmpty();
        JsonObject reader = find(roles, "service_roles", "Reader");
        assertThat(reader.get("crn").getAsString()).isEqualTo("crn:v1:bluemix:public:iam::::serviceRole:Reader");
        assertThat(reader.getAsJsonArray("actions").toString()).contains("container-registry.image.pull");
    }

    @Test
    void withoutAServiceThereAreTheCommonOnesAndForTheGroupAllOfIt() {
        var common = owner.get(PATH).json();
        var group = owner.get(PATH + "?service_group_id=IAM&account_id=" + accountId)
                .json();

        assertThat(names(common, "system_roles")).hasSize(4);
        assertThat(names(common, "service_roles")).containsExactly("Reader", "Writer", "Manager");
        assertThat(find(common, "system_roles", "Administrator")
                        .getAsJsonArray("actions")
                        .toString())
                .contains("iam.policy.create", "iam.role.assign");
        assertThat(names(group, "service_roles")).contains("Service ID creator", "User API key creator");
        assertThat(names(group, "system_roles")).hasSize(4);
    }

    @Test
    void withoutReadAccessTheListsAreEmpty() {
        String path = PATH + "?service_name=kms&account_id=" + accountId;
        var none = ada.get(path);
        grant(VIEWER, "kms");
        var some = ada.get(path);

        assertThat(none.status()).isEqualTo(200);
        assertThat(names(none.json(), "system_roles")).isEmpty();
        assertThat(names(some.json(), "system_roles")).hasSize(4);
    }

    @Test
    void aCustomRoleLivesItsLife() {
        var created = owner.post(PATH, role("Puller", "Image puller", "container-registry.image.pull"));
        String path = PATH + "/" + text(created, "id");
        var read = owner.get(path);
        var changed = owner.put(
                path,
                read.header("ETag"),
                json(
                        "display_name",
                        "Image lister",
                        "actions",
                        array("container-registry.image.pull", "container-registry.image.list")));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(text(created, "crn"))
                .isEqualTo("crn:v1:bluemix:public:iam-access-management::a/" + accountId + "::customRole:Puller");
        assertThat(text(created, "href")).isEqualTo(sandbox.url() + path);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(text(changed, "display_name")).isEqualTo("Image lister");
        assertThat(text(changed, "name")).isEqualTo("Puller");
        assertThat(owner.put(
                                path,
                                read.header("ETag"),
                                json("display_name", "x", "actions", array("container-registry.image.pull")))
                        .status())
                .isEqualTo(409);
        assertThat(owner.put(path, "", json("display_name", "x", "actions", array("container-registry.image.pull")))
                        .status())
                .isEqualTo(400);
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(code(owner.get(path))).isEqualTo("role_not_found");
    }

    @Test
    void aCustomRoleGrantsAndLeavesItsPoliciesWhenItGoes() {
        String crn = text(
                owner.post(
                        PATH, role("GroupLister", "Group lister", "iam-identity.serviceid-group.list", "iam-identity")),
                "crn");
        String alone = grant(crn, "iam-identity");
        String groups = "/v1/serviceid_groups?account_id=" + accountId;
        assertThat(ada.get(groups).status()).isEqualTo(200);

        var roles = owner.get(PATH + "?service_name=iam-identity&account_id=" + accountId)
                .json();
        String id = find(roles, "custom_roles", "Group lister").get("id").getAsString();
        owner.put(PATH + "/" + id, "*", json("display_name", "Getter", "actions", array("iam-identity.serviceid.get")));
        assertThat(ada.get(groups).status()).isEqualTo(403);
        owner.put(
                PATH + "/" + id,
                "*",
                json("display_name", "Lister", "actions", array("iam-identity.serviceid-group.list")));
        assertThat(ada.get(groups).status()).isEqualTo(200);

        owner.delete(PATH + "/" + id);
        assertThat(ada.get(groups).status()).isEqualTo(403);
        assertThat(text(owner.get("/v2/policies/" + alone), "state")).isEqualTo("deleted");
    }

    @Test
    void aCustomRoleIsForItsServiceAlone() {
        String crn = text(owner.post(PATH, role("Puller", "Image puller", "container-registry.image.pull")), "crn");

        var elsewhere = owner.post("/v2/policies", policy(crn, "kms"));

        assertThat(elsewhere.status()).isEqualTo(400);
    }

    @Test
    void twinsAreConflicts() {
        owner.post(PATH, role("Puller", "Image puller", "container-registry.image.pull"));

        for (JsonObject twin : List.of(
                role("Puller", "Other", "container-registry.image.list"),
                role("Other", "Image puller", "container-registry.image.list"),
                role("Other", "Reader", "container-registry.image.list"),
                role("Other", "Other", "container-registry.image.pull"))) {
            var answer = owner.post(PATH, twin);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(code(answer)).isEqualTo("role_conflict_error");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "puller | Puller | container-registry.image.pull | capital",
                "Pull-er | Puller | container-registry.image.pull | capital",
                "Puller | Puller | container-registry.image.pul | Did you mean container-registry.image.pull?",
                "Puller | Puller | iam.policy.read | itself defines",
                "Puller | Puller | nonsense | isn't an action",
            })
    void refusesBadRoles(String name, String displayName, String action, String sentence) {
        var answer = owner.post(PATH, role(name, displayName, action));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("invalid_body");
        assertThat(answer.text()).contains(sentence);
    }

    @Test
    void refusesBadRequests() {
        var empty = role("Puller", "Puller", "x");
        empty.add("actions", new JsonArray());

        assertThat(owner.post(PATH, empty).status()).isEqualTo(400);
        assertThat(owner.post(PATH, "{").status()).isEqualTo(400);
        assertThat(owner.post(PATH, json("name", "X")).status()).isEqualTo(400);
        assertThat(owner.get(PATH + "?service_name=kms&service_group_id=IAM").status())
                .isEqualTo(400);
        assertThat(owner.get(PATH + "?service_group_id=ALL").status()).isEqualTo(400);
        assertThat(owner.get(PATH + "?policy_type=wish").status()).isEqualTo(400);
        assertThat(owner.get(PATH + "/none").status()).isEqualTo(404);
        assertThat(owner.get(PATH + "/%2e%2e").status()).isEqualTo(400);
        assertThat(owner.put(PATH + "/none", "", json("actions", array("a.b"))).status())
                .isEqualTo(400);
    }

    @Test
    void anEditorOfRoleManagementUpdatesAndNoMore() {
        var created = owner.post(PATH, role("Puller", "Image puller", "container-registry.image.pull"));
        String path = PATH + "/" + text(created, "id");
        var change = json("display_name", "x", "actions", array("container-registry.image.pull"));

        for (Http.Answer answer : List.of(
                ada.get(path),
                ada.put(path, "*", change),
                ada.delete(path),
                ada.post(PATH, role("Other", "Other", "container-registry.image.list")))) {
            assertThat(answer.status()).isEqualTo(403);
        }
        grant(EDITOR, "iam-access-management.customRole");
        assertThat(ada.get(path).status()).isEqualTo(200);
        assertThat(ada.put(path, "*", change).status()).isEqualTo(200);
        assertThat(ada.delete(path).status()).isEqualTo(403);
        grant(ADMINISTRATOR, "iam-access-management");
        assertThat(ada.delete(path).status()).isEqualTo(204);
    }

    @Test
    void anAccountHasALimit() {
        AccountRoles.of(account.state()).quota(1);
        owner.post(PATH, role("Puller", "Image puller", "container-registry.image.pull"));

        var second = owner.post(PATH, role("Lister", "Image lister", "container-registry.image.list"));

        assertThat(code(second)).isEqualTo("request_not_processed");
    }

    private JsonObject role(String name, String displayName, String action) {
        return role(name, displayName, action, "container-registry");
    }

    private JsonObject role(String name, String displayName, String action, String service) {
        return json(
                "name", name,
                "display_name", displayName,
                "account_id", accountId,
                "service_name", service,
                "actions", array(action));
    }

    private String grant(String role, String service) {
        var answer = owner.post("/v2/policies", policy(role, service));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "id");
    }

    private JsonObject policy(String role, String service) {
        return json(
                "type", "access",
                "subject", json("attributes", array(attribute("iam_id", ada.iamId()))),
                "control", json("grant", json("roles", array(json("role_id", role)))),
                "resource",
                        json(
                                "attributes",
                                array(attribute("accountId", accountId), attribute("serviceName", service))));
    }

    private static JsonObject attribute(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }

    private static List<String> names(JsonObject roles, String kind) {
        return roles.getAsJsonArray(kind).asList().stream()
                .map(role -> role.getAsJsonObject().get("display_name").getAsString())
                .toList();
    }

    private static JsonObject find(JsonObject roles, String kind, String displayName) {
        return roles.getAsJsonArray(kind).asList().stream()
                .map(role -> role.getAsJsonObject())
                .filter(role -> role.get("display_name").getAsString().equals(displayName))
                .findFirst()
                .orElseThrow();
    }
}
