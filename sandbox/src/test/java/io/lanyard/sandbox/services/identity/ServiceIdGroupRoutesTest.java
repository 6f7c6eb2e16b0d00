// Room: sandbox / IAM Identity, tests.
package io.lanyard.sandbox.services.identity;

import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups of service IDs over HTTP. */
class ServiceIdGroupRoutesTest extends RouteScene {
    private static final String PATH = "/v1/serviceid_groups";

    @Test
    void anAccountStartsWithTheDefaultGroup() {
        var groups = owner.get(PATH + "?account_id=" + account.id()).json().getAsJsonArray("serviceid_groups");

        assertThat(groups).hasSize(1);
        String id = groups.get(0).getAsJsonObject().get("id").getAsString();
        assertThat(owner.delete(PATH + "/" + id).status()).isEqualTo(409);
    }

    @Test
    void livesItsLife() {
        var created = create("team-a");
        String path = PATH + "/" + text(created, "id");

        var read = owner.get(path);
        var renamed = owner.put(path, read.header("ETag"), json("name", "team-b", "description", "d"));

        assertThat(text(created, "created_by")).isEqualTo(owner.iamId());
        assertThat(text(renamed, "name")).isEqualTo("team-b");
        assertThat(owner.put(path, read.header("ETag"), json("name", "late")).status())
                .isEqualTo(409);
        assertThat(owner.put(path, "*", json("name", "forced")).status()).isEqualTo(200);
        assertThat(owner.put(path, "", json("name", "x")).status()).isEqualTo(400);
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    @Test
    void membersAreListedByGroupAndKeepItFromBeingDeleted() {
        String group = text(create("team-a"), "id");
        var body = json("account_id", account.id().value(), "name", "robot", "group_id", group);
        String robot = text(owner.post("/v1/serviceids/", body), "id");
        String list = "/v1/serviceids/?account_id=" + account.id();

        assertThat(owner.get(list).json().getAsJsonArray("serviceids")).isEmpty();
        assertThat(owner.get(list + "&group_id=" + group).json().getAsJsonArray("serviceids"))
                .hasSize(1);
        assertThat(text(owner.get("/v1/serviceids/" + robot + "?show_group_id=true"), "group_id"))
                .isEqualTo(group);
        assertThat(code(owner.delete(PATH + "/" + group))).isEqualTo("delete_not_possible");
        owner.delete("/v1/serviceids/" + robot);
        assertThat(owner.delete(PATH + "/" + group).status()).isEqualTo(204);
    }

    @Test
    void aMemberWithoutRightsIsRefusedEverywhere() {
        String path = PATH + "/" + text(create("team-a"), "id");

        for (Http.Answer answer : List.of(
                ada.get(PATH + "?account_id=" + account.id()),
                ada.post(PATH, json("account_id", account.id().value(), "name", "x")),
                ada.get(path),
                ada.put(path, "*", json("name", "x")),
                ada.delete(path))) {
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void refusesBadInput() {
        create("taken");

        assertThat(owner.post(PATH, json("account_id", account.id().value(), "name", "taken"))
                        .status())
                .isEqualTo(409);
        assertThat(owner.post(PATH, json("name", "x")).status()).isEqualTo(400);
        assertThat(owner.post(PATH, json("account_id", account.id().value())).status())
                .isEqualTo(400);
        assertThat(owner.post(PATH, "{").status()).isEqualTo(400);
        assertThat(owner.put(PATH + "/none", "", "{}").status()).isEqualTo(400);
        assertThat(owner.put(PATH + "/none", "", json("name", "x")).status()).isEqualTo(404);
        assertThat(owner.get(PATH).status()).isEqualTo(400);
        assertThat(owner.get(PATH + "/%2e%2e").status()).isEqualTo(400);
    }

    private Http.Answer create(String name) {
        var answer = owner.post(PATH, json("account_id", account.id().value(), "name", name));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }
}
