// Room: sandbox / access groups, tests.
package io.lanyard.sandbox.services.groups;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.state.AuditEvent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members over HTTP, one by one and in bulk, and what membership gives. */
class GroupMembersTest extends GroupScene {
    @Test
    void membersHaveWhatTheGroupHas() {
        var crew = group("crew");
        grant("access_group_id", crew, "iam-identity", "Viewer");
        var settings = "/v1/accounts/" + account.id() + "/settings/identity";
        assertThat(ada.get(settings).status()).isEqualTo(403);

        put(crew, ada.iamId(), "user");
        assertThat(ada.get(settings).status()).isEqualTo(200);
        assertThat(owner.delete("/v2/groups/" + crew).status()).isEqualTo(409);
        owner.delete("/v2/groups/" + crew + "/members/" + ada.iamId());
        assertThat(ada.get(settings).status()).isEqualTo(403);

        put(crew, ada.iamId(), "user");
        assertThat(owner.delete("/v2/groups/" + crew + "?force=true").status()).isEqualTo(204);
        assertThat(ada.get(settings).status()).isEqualTo(403);
        assertThat(owner.get("/v2/policies" + inAccount + "&access_group_id=" + crew)
                        .json()
                        .getAsJsonArray("policies"))
                .isEmpty();
    }

    @Test
    void aBulkCallOfWhichNothingGotThroughIsAFailure() {
        var path = "/v2/groups/" + group("crew") + "/members";

        owner.send(
                "PUT",
                path,
                json("members", array(member("IBMid-nobody", "user"))).toString());
        owner.post(path + "/delete", json("members", array("IBMid-nobody")));

        for (var action : List.of("iam-groups.member.add", "iam-groups.member.delete")) {
            var event = lastEvent(action);
            assertThat(event.outcome()).isEqualTo("failure");
            assertThat(event.reasonForFailure().orElseThrow()).contains("IBMid-nobody");
            assertThat(event.message()).endsWith("-failure");
        }
    }

    private AuditEvent lastEvent(String action) {
        return sandbox.events(account.id()).stream()
                .filter(event -> event.action().equals(action))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    @Test
    void bulkCallsTellEachItemsOutcome() {
        var crew = group("crew");
        var path = "/v2/groups/" + crew + "/members";
        var robot = text(
                owner.post("/v1/serviceids/", json("account_id", account.id().value(), "name", "robot")), "iam_id");

        var added = owner.send(
                "PUT",
                path,
                json(
                                "members",
                                array(
                                        member(ada.iamId(), "user"),
                                        member(robot, "service"),
                                        member("IBMid-nobody", "user"),
                                        member("iam-Profile-1", "profile"),
                                        member(bob.iamId(), "service")))
                        .toString());

        assertThat(added.status()).isEqualTo(207);
        assertThat(statuses(added, "members")).containsExactly(200, 200, 404, 404, 400);
        assertThat(lastEvent("iam-groups.member.add").outcome()).isEqualTo("success");
        assertThat(lastEvent("iam-groups.member.add").requestData().get("members"))
                .isEqualTo(List.of(ada.iamId(), robot, "IBMid-nobody", "iam-Profile-1", bob.iamId()));
        assertThat(lastEvent("iam-groups.member.add").responseData().get("status_codes"))
                .isEqualTo(List.of(200, 200, 404, 404, 400));
        assertThat(owner.send("HEAD", path + "/" + robot, "").status()).isEqualTo(204);
        assertThat(owner.send("HEAD", path + "/" + bob.iamId(), "").status()).isEqualTo(404);
        var listed = owner.get(path + "?verbose=true&sort=-name&type=user").json();
        assertThat(listed.getAsJsonArray("members"))
                .singleElement()
                .satisfies(one -> assertThat(one.getAsJsonObject().get("email").getAsString())
                        .isEqualTo("ada@example.com"));
        assertThat(owner.get(path + "?verbose=true&sort=name").text()).contains("robot");
        assertThat(owner.get(path + "?membership_type=dynamic")
                        .json()
                        .get("total_count")
                        .getAsInt())
                .isZero();
        assertThat(statuses(owner.post(path + "/delete", json("members", array(ada.iamId(), bob.iamId()))), "members"))
                .containsExactly(200, 404);
        owner.delete("/v1/serviceids/" + robot.substring("iam-".length()));
        assertThat(owner.get(path).json().get("total_count").getAsInt()).isZero();
        assertThat(owner.delete(path + "/" + robot).status()).isEqualTo(404);
    }

    @Test
    void badBulksAreRefused() {
        var path = "/v2/groups/" + group("crew") + "/members";
        var many = new Object[51];
        Arrays.fill(many, member(ada.iamId(), "user"));

        assertThat(owner.send("PUT", path, json("members", array(many)).toString())
                        .status())
                .isEqualTo(400);
        assertThat(owner.send("PUT", path, "{}").status()).isEqualTo(400);
        assertThat(owner.get(path + "?sort=name").status()).isEqualTo(400);
        assertThat(owner.get(path + "?type=robot").status()).isEqualTo(400);
        assertThat(owner.get("/v2/groups/AccessGroupId-none/members").status()).isEqualTo(404);
    }

    @Test
    void oneIdentityJoinsAndLeavesManyGroups() {
        var one = group("one");
        var other = group("other");
        var path = "/v2/groups/_allgroups/members/" + ada.iamId() + inAccount;

        var joined = owner.send(
                "PUT",
                path,
                json("type", "user", "groups", array(one, other, "AccessGroupId-none", "AccessGroupId-PublicAccess"))
                        .toString());

        assertThat(joined.status()).isEqualTo(207);
        assertThat(statuses(joined, "groups")).containsExactly(200, 200, 404, 400);
        assertThat(statuses(owner.delete(path), "groups")).containsExactly(200, 200);
        assertThat(owner.delete(path).status()).isEqualTo(404);
        assertThat(owner.send(
                                "PUT",
                                path,
                                json("type", "robot", "groups", array(one)).toString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anIdentityIsInFiftyGroupsAtMost() {
        for (int i = 0; i < 50; i++) {
            put(group("g" + i), ada.iamId(), "user");
        }

        var answer = owner.send(
                "PUT",
                "/v2/groups/" + group("last") + "/members",
                json("members", array(member(ada.iamId(), "user"))).toString());

        assertThat(statuses(answer, "members")).containsExactly(409);
    }
}
