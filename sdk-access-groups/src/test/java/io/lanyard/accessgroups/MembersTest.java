// Access groups, tests: every operation on members, as it is sent and as it is read.
package io.lanyard.accessgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.IamId;
import io.lanyard.core.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MembersTest extends Wired {

    @Test
    void addsEachByItsKindAndTellsWhatBecameOfIt() {
        answers(207, """
                {"members": [
                  {"iam_id": "IBMid-550000AAAA", "type": "user", "created_at": "2024-10-04T14:05:06Z",
                   "created_by_id": "IBMid-550000AAAA", "status_code": 200, "trace": "t-1"},
                  {"iam_id": "iam-ServiceId-1", "type": "service", "status_code": 404, "trace": "t-1",
                   "errors": [{"code": "not_found", "message": "The account has no service ID of this id."}]}]}""");

        var outcomes = accessGroups.members().add(GROUP, ADA, ROBOT, PROFILE);

        assertThat(sent()).isEqualTo("""
                PUT /v2/groups/AccessGroupId-1/members
                Authorization: Bearer token

                {"members":[{"iam_id":"IBMid-550000AAAA","type":"user"},\
                {"iam_id":"iam-ServiceId-1","type":"service"},{"iam_id":"iam-Profile-1","type":"profile"}]}""");
        assertThat(outcomes).extracting(MemberOutcome::done).containsExactly(true, false);
        assertThat(outcomes.get(0))
                .isEqualTo(new MemberOutcome(
                        ADA,
                        Optional.of(MemberType.USER),
                        Optional.of(Instant.parse("2024-10-04T14:05:06Z")),
                        Optional.of(ADA),
                        200,
                        Optional.of("t-1"),
                        List.of()));
        assertThat(outcomes.get(1).errors())
                .containsExactly(new ItemError(
                        Optional.of("not_found"), Optional.of("The account has no service ID of this id.")));
    }

    @Test
    void addsOfAKindThatIsNewToUs() {
        answers(207, "{\"members\": []}");

        accessGroups.members().add(GROUP, List.of(new NewMember(IamId.of("iam-Agent-1"), MemberType.of("agent"))));

        assertThat(sent()).endsWith("{\"members\":[{\"iam_id\":\"iam-Agent-1\",\"type\":\"agent\"}]}");
    }

    @Test
    void lists() {
        answers(200, """
                {"limit": 50, "offset": 0, "total_count": 1, "members": [
                  {"iam_id": "IBMid-550000AAAA", "type": "user", "membership_type": "static", "name": "Ada Lovelace",
                   "email": "ada@example.com", "description": "d", "href": "https://h",
                   "created_at": "2024-10-04T14:05:06Z", "created_by_id": "IBMid-550000AAAA"}]}""");

        assertThat(accessGroups.members().list(GROUP))
                .containsExactly(new Member(
                        ADA,
                        MemberType.USER,
                        Optional.of(MembershipType.STATIC),
                        Optional.of("Ada Lovelace"),
                        Optional.of("ada@example.com"),
                        Optional.of("d"),
                        Optional.of("https://h"),
                        Optional.of(Instant.parse("2024-10-04T14:05:06Z")),
                        Optional.of(ADA)));
        assertThat(sent()).isEqualTo("GET /v2/groups/AccessGroupId-1/members\nAuthorization: Bearer token");

        assertThat(accessGroups
                        .members()
                        .list(
                                GROUP,
                                q -> q.membership(MembershipType.ALL)
                                        .type(MemberType.SERVICE)
                                        .byName()
                                        .pageSize(10)))
                .hasSize(1);
        assertThat(sent())
                .startsWith("GET /v2/groups/AccessGroupId-1/members"
                        + "?membership_type=all&type=service&verbose=true&sort=name&limit=10\n");
    }

    @Test
    void asksWhetherOneIsIn() {
        answersNothing(204);

        assertThat(accessGroups.members().contains(GROUP, ROBOT)).isTrue();
        assertThat(sent())
                .isEqualTo("HEAD /v2/groups/AccessGroupId-1/members/iam-ServiceId-1\nAuthorization: Bearer token");

        answersNothing(404);

        assertThat(accessGroups.members().contains(GROUP, ROBOT)).isFalse();
    }

    @Test
    void takesOneOut() {
        answersNothing(204);

        accessGroups.members().remove(GROUP, ROBOT);

        assertThat(sent())
                .isEqualTo("DELETE /v2/groups/AccessGroupId-1/members/iam-ServiceId-1\nAuthorization: Bearer token");

        answersNothing(404);

        assertThatThrownBy(() -> accessGroups.members().remove(GROUP, ROBOT)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void takesSeveralOut() {
        answers(207, """
                {"access_group_id": "AccessGroupId-1", "members": [
                  {"iam_id": "IBMid-550000AAAA", "trace": "t-1", "status_code": 204},
                  {"iam_id": "iam-ServiceId-1", "trace": "t-1", "status_code": 404, "errors": [{"code": "not_found"}]}]}""");

        var outcomes = accessGroups.members().remove(GROUP, List.of(ADA, ROBOT));

        assertThat(outcomes).extracting(MemberOutcome::done).containsExactly(true, false);
        assertThat(sent()).isEqualTo("""
                POST /v2/groups/AccessGroupId-1/members/delete
                Authorization: Bearer token

                {"members":["IBMid-550000AAAA","iam-ServiceId-1"]}""");
    }

    @Test
    void addsOneToSeveralGroupsAndTakesItOutOfAll() {
        answers(207, """
                {"iam_id": "iam-ServiceId-1", "groups": [
                  {"access_group_id": "AccessGroupId-1", "status_code": 200, "trace": "t-1"},
                  {"access_group_id": "AccessGroupId-2", "status_code": 404, "trace": "t-1",
                   "errors": [{"code": "not_found", "message": "There is no such group."}]}]}""");

        var outcomes =
                accessGroups.members().addToAll(ACCOUNT, ROBOT, List.of(GROUP, AccessGroupId.of("AccessGroupId-2")));

        assertThat(sent()).isEqualTo("""
                PUT /v2/groups/_allgroups/members/iam-ServiceId-1?account_id=0123456789abcdef0123456789abcdef
                Authorization: Bearer token

                {"type":"service","groups":["AccessGroupId-1","AccessGroupId-2"]}""");
        assertThat(outcomes).extracting(GroupOutcome::done).containsExactly(true, false);
        assertThat(outcomes.get(1).accessGroupId().value()).isEqualTo("AccessGroupId-2");
        assertThat(outcomes.get(1).errors().get(0).message()).contains("There is no such group.");

        assertThat(accessGroups.members().removeFromAll(ACCOUNT, ROBOT)).isEqualTo(outcomes);
        assertThat(sent()).isEqualTo("""
                DELETE /v2/groups/_allgroups/members/iam-ServiceId-1?account_id=0123456789abcdef0123456789abcdef
                Authorization: Bearer token""");
    }
}
