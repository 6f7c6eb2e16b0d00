// Room: sandbox / access groups, tests.
package io.lanyard.sandbox.services.groups;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access groups over HTTP: kept, listed, refused; rules and public access. */
class AccessGroupsTest extends GroupScene {
    @Test
    void aGroupIsCreatedReadRenamedAndDeleted() {
        var created = owner.post("/v2/groups" + inAccount, json("name", "crew", "description", "on board"));
        var path = "/v2/groups/" + text(created, "id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(text(created, "id")).matches("AccessGroupId-[0-9a-f-]{36}");
        var read = owner.get(path + "?show_federated=true");
        assertThat(read.json().get("is_federated").getAsBoolean()).isFalse();
        assertThat(text(read, "href")).isEqualTo(sandbox.url() + path);
        var renamed = patch(path, json("name", "team"), read.header("ETag"));
        assertThat(text(renamed, "name")).isEqualTo("team");
        assertThat(text(renamed, "description")).isEqualTo("on board");
        assertThat(patch(path, json("name", "x"), read.header("ETag")).status()).isEqualTo(409);
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
        assertThat(sandbox.events(account.id()).stream()
                        .map(event -> event.action())
                        .filter(action -> action.startsWith("iam-groups")))
                .containsExactly(
                        "iam-groups.group.create",
                        "iam-groups.group.read",
                        "iam-groups.group.update",
                        "iam-groups.group.update",
                        "iam-groups.group.delete",
                        "iam-groups.group.read");
    }

    @Test
    void badGroupsAreRefused() {
        group("crew");

        assertThat(owner.post("/v2/groups" + inAccount, json("name", "crew")).status())
                .isEqualTo(409);
        assertThat(owner.post("/v2/groups" + inAccount, json("name", "Public Access"))
                        .status())
                .isEqualTo(409);
        assertThat(code(owner.post("/v2/groups" + inAccount, json("description", "d"))))
                .isEqualTo("missing_field");
        assertThat(owner.post("/v2/groups" + inAccount, json("name", " ")).status())
                .isEqualTo(400);
        assertThat(owner.post("/v2/groups" + inAccount, json("name", "n".repeat(301)))
                        .status())
                .isEqualTo(400);
        assertThat(owner.post("/v2/groups", json("name", "n")).status()).isEqualTo(400);
    }

    @Test
    void listsByPageNameMemberAndOrder() {
        var one = group("alpha");
        group("beta");
        group("gamma");
        put(one, ada.iamId(), "user");

        assertThat(names("&hide_public_access=true&sort=-name")).containsExactly("gamma", "beta", "alpha");
        assertThat(names("&search=name:ET")).containsExactly("beta");
        assertThat(names("&search=id:" + one)).containsExactly("alpha");
        assertThat(names("&search=description:all%20users")).containsExactly("Public Access");
        assertThat(names("&hide_public_access=true&iam_id=" + ada.iamId())).containsExactly("alpha");
        assertThat(names("&iam_id=" + ada.iamId() + "&membership_type=dynamic")).isEmpty();
        var page = owner.get("/v2/groups" + inAccount + "&limit=2&offset=1").json();
        assertThat(page.get("total_count").getAsInt()).isEqualTo(4);
        assertThat(page.getAsJsonArray("groups")).hasSize(2);
        var next = page.getAsJsonObject("next").get("href").getAsString();
        assertThat(owner.get(next).json().getAsJsonArray("groups")).hasSize(1);
        assertThat(page.has("previous")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=101", "limit=x", "offset=-1", "sort=age", "search=crew", "membership_type=some"})
    void badListsAreRefused(String query) {
        assertThat(owner.get("/v2/groups" + inAccount + "&" + query).status()).isEqualTo(400);
    }

    @Test
    void everyTaskNeedsItsRight() {
        var crew = group("crew");
        var path = "/v2/groups/" + crew;
        assertThat(ada.get(path).status()).isEqualTo(403);
        assertThat(ada.get("/v2/groups" + inAccount).json().getAsJsonArray("groups"))
                .isEmpty();

        grant("iam_id", ada.iamId(), "iam-groups", "Viewer");
        assertThat(ada.get(path + "/members").status()).isEqualTo(200);
        assertThat(ada.get(path + "/rules").status()).isEqualTo(200);
        assertThat(ada.get("/v2/groups/settings" + inAccount).status()).isEqualTo(200);
        assertThat(ada.post("/v2/groups" + inAccount, json("name", "n")).status())
                .isEqualTo(403);
        assertThat(ada.delete(path + "/members/" + bob.iamId()).status()).isEqualTo(403);

        grant("iam_id", ada.iamId(), "iam-groups", "Editor");
        assertThat(ada.post("/v2/groups" + inAccount, json("name", "n")).status())
                .isEqualTo(201);
        assertThat(publicAccess(ada, false).status()).isEqualTo(403);
    }

    @Test
    void rulesAreKept() {
        var path = "/v2/groups/" + group("crew") + "/rules";

        var created = owner.post(path, rule(12, "EQUALS", "\"admin\""));
        var one = path + "/" + text(created, "id");
        var replaced = owner.put(one, created.header("ETag"), rule(24, "IN", "[\"a\",\"b\"]"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(replaced.json().get("expiration").getAsInt()).isEqualTo(24);
        assertThat(owner.put(one, created.header("ETag"), rule(1, "EQUALS", "\"x\""))
                        .status())
                .isEqualTo(409);
        assertThat(owner.get(one).header("ETag")).isEqualTo(replaced.header("ETag"));
        assertThat(owner.get(path).json().getAsJsonArray("rules")).hasSize(1);
        for (int i = 1; i < 5; i++) {
            owner.post(path, rule(1, "CONTAINS", "\"x\""));
        }
        assertThat(code(owner.post(path, rule(1, "CONTAINS", "\"x\"")))).isEqualTo("too_many_rules");
        assertThat(owner.delete(one).status()).isEqualTo(204);
        assertThat(owner.get(one).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "0; EQUALS; \"x\"",
                "25; EQUALS; \"x\"",
                "1; LIKE; \"x\"",
                "1; EQUALS; x",
                "1; IN; \"x\"",
                "1; EQUALS; [\"x\"]",
                "1; EQUALS; \"x"
            })
    void badRulesAreRefused(int hours, String operator, String value) {
        var path = "/v2/groups/" + group("crew") + "/rules";

        assertThat(owner.post(path, rule(hours, operator, value)).status()).isEqualTo(400);
        assertThat(owner.post(path, json("expiration", 1, "realm_name", "r", "conditions", array()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everybodysGroupIsBuiltIn() {
        var path = "/v2/groups/AccessGroupId-PublicAccess";

        assertThat(text(owner.get(path), "name")).isEqualTo("Public Access");
        assertThat(code(owner.delete(path))).isEqualTo("reserved_value");
        assertThat(patch(path, json("name", "x"), "*").status()).isEqualTo(400);
        assertThat(owner.send(
                                "PUT",
                                path + "/members",
                                json("members", array(member(ada.iamId(), "user")))
                                        .toString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void switchingPublicAccessOffDeletesItsPoliciesForGood() {
        var store = "/v2/resource_instances/"
                + account.newInstance("cloud-object-storage-standard", "global", "store")
                        .serviceInstance();
        assertThat(ada.get(store).status()).isEqualTo(403);
        grant("access_group_id", "AccessGroupId-PublicAccess", "cloud-object-storage", "Viewer");
        assertThat(ada.get(store).status()).isEqualTo(200);

        var off = publicAccess(owner, false);

        assertThat(off.json().get("public_access_enabled").getAsBoolean()).isFalse();
        assertThat(ada.get(store).status()).isEqualTo(403);
        assertThat(policy("access_group_id", "AccessGroupId-PublicAccess", "cloud-object-storage", "Viewer")
                        .status())
                .isEqualTo(400);
        assertThat(names("")).isEmpty();
        publicAccess(owner, true);
        assertThat(ada.get(store).status()).describedAs("nothing comes back").isEqualTo(403);
    }
}
