// Access groups, tests: every operation on groups and on the group of everybody, as it is sent and as it is read.
package io.lanyard.accessgroups;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lanyard.core.ConflictException;
import io.lanyard.core.DecodeException;
import io.lanyard.core.ETag;
import io.lanyard.core.PreconditionFailedException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessGroupsTest extends Wired {

    private static final String GROUP_JSON = """
            {"id": "AccessGroupId-1", "name": "creators", "description": "who may create service IDs",
             "account_id": "0123456789abcdef0123456789abcdef",
             "created_at": "2024-10-04T14:05:06Z", "created_by_id": "IBMid-550000AAAA",
             "last_modified_at": "2024-10-05T09:00:00Z", "last_modified_by_id": "IBMid-550000BBBB",
             "href": "https://iam.cloud.ibm.com/v2/groups/AccessGroupId-1", "is_federated": false,
             "crn": "crn:v1:bluemix:public:iam-groups::a/0123456789abcdef0123456789abcdef::access-group:AccessGroupId-1",
             "something_new": {"nobody": ["knows", "it"]}}
            """;

    @Test
    void creates() {
        answers(201, GROUP_JSON);

        var group = accessGroups.groups().create(ACCOUNT, "creators", g -> g.description("who may create service IDs"));

        assertThat(group.id()).isEqualTo(GROUP);
        assertThat(sent()).isEqualTo("""
                POST /v2/groups?account_id=0123456789abcdef0123456789abcdef
                Authorization: Bearer token

                {"name":"creators","description":"who may create service IDs"}""");
    }

    @Test
    void createsWithANameOnly() {
        answers(201, "{\"id\": \"AccessGroupId-1\", \"name\": \"creators\"}");

        var group = accessGroups.groups().create(ACCOUNT, "creators");

        assertThat(group.description()).isEmpty();
        assertThat(sent()).endsWith("\n\n{\"name\":\"creators\"}");
    }

    @Test
    void saysThatTheNameIsTaken() {
        answers(409, """
                {"trace": "t-1", "errors": [{"code": "conflict", "message": "There is one."}], "status_code": 409}""");

        assertThatThrownBy(() -> accessGroups.groups().create(ACCOUNT, "creators"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("There is one.")
                .hasMessageContaining("transaction t-1");
    }

    @Test
    void readsEveryField() {
        answers(200, GROUP_JSON);

        var read = accessGroups.groups().get(GROUP);

        assertThat(sent()).isEqualTo("GET /v2/groups/AccessGroupId-1?show_federated=true\nAuthorization: Bearer token");
        assertThat(read.etag()).isEqualTo(ETag.of("1-aa"));
        var group = read.value();
        assertThat(group.name()).isEqualTo("creators");
        assertThat(group.description()).contains("who may create service IDs");
        assertThat(group.accountId()).contains(ACCOUNT);
        assertThat(group.createdAt()).contains(Instant.parse("2024-10-04T14:05:06Z"));
        assertThat(group.createdById()).contains(ADA);
        assertThat(group.lastModifiedAt()).contains(Instant.parse("2024-10-05T09:00:00Z"));
        assertThat(group.lastModifiedById().orElseThrow().value()).isEqualTo("IBMid-550000BBBB");
        assertThat(group.href()).contains("https://iam.cloud.ibm.com/v2/groups/AccessGroupId-1");
        assertThat(group.isFederated()).contains(false);
        assertThat(group.crn().orElseThrow().resourceType()).isEqualTo("access-group");
    }

    @Test
    void saysWhatIsMissingInAnOddAnswer() {
        answers(200, "{\"id\": \"AccessGroupId-1\"}");

        assertThatThrownBy(() -> accessGroups.groups().get(GROUP))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("name");
    }

    @Test
    void listsAllPages() {
        wire.stubFor(get(urlPathEqualTo("/v2/groups"))
                .atPriority(2)
                .willReturn(aResponse().withBody("""
                        {"limit": 1, "offset": 0, "total_count": 2, "groups": [%s],
                         "next": {"href": "https://iam.cloud.ibm.com/v2/groups?account_id=x&limit=1&offset=1"}}""".formatted(GROUP_JSON))));
        wire.stubFor(get(urlPathEqualTo("/v2/groups"))
                .withQueryParam("offset", equalTo("1"))
                .atPriority(1)
                .willReturn(aResponse().withBody("""
                        {"limit": 1, "offset": 1, "total_count": 2, "groups": [{"id": "AccessGroupId-2", "name": "others"}]}""")));

        var groups = accessGroups.groups().list(ACCOUNT);

        assertThat(groups).extracting(AccessGroup::name).containsExactly("creators", "others");
        assertThat(sent()).isEqualTo("""
                GET /v2/groups?account_id=0123456789abcdef0123456789abcdef&offset=1
                Authorization: Bearer token""");
    }

    @Test
    void listsByWhatIsAsked() {
        answers(200, "{\"limit\": 50, \"offset\": 0, \"total_count\": 0, \"groups\": []}");
        var groups = accessGroups.groups();

        assertThat(groups.list(ACCOUNT, q -> q.with(ADA).nameContains("creat").byName()))
                .isEmpty();
        assertThat(sent())
                .startsWith("GET /v2/groups?account_id=0123456789abcdef0123456789abcdef&iam_id=IBMid-550000AAAA"
                        + "&membership_type=static&search=name%3Acreat&sort=name\n");

        assertThat(groups.list(
                        ACCOUNT,
                        q -> q.with(ROBOT, MembershipType.of("some_day"))
                                .descriptionContains("who")
                                .byNameDescending()
                                .showFederated()
                                .withoutPublicAccess()
                                .pageSize(100)))
                .isEmpty();
        assertThat(sent())
                .startsWith("GET /v2/groups?account_id=0123456789abcdef0123456789abcdef&iam_id=iam-ServiceId-1"
                        + "&membership_type=some_day&search=description%3Awho&sort=-name&show_federated=true"
                        + "&hide_public_access=true&limit=100\n");
    }

    @Test
    void sendsWhatDiffers() {
        answers(200, GROUP_JSON);

        accessGroups.groups().update(GROUP, g -> g.withDescription("who may create keys"));

        assertThat(sent()).isEqualTo("""
                PATCH /v2/groups/AccessGroupId-1
                Authorization: Bearer token
                If-Match: 1-aa

                {"description":"who may create keys"}""");

        accessGroups.groups().update(GROUP, g -> g.withName("makers").withDescription(""));

        assertThat(sent()).endsWith("\n\n{\"name\":\"makers\",\"description\":\"\"}");
    }

    @Test
    void beginsAgainWhenSomebodyElseWasFaster() {
        answers(200, GROUP_JSON);
        wire.stubFor(patch("/v2/groups/AccessGroupId-1")
                .inScenario("race")
                .whenScenarioStateIs(Scenario.STARTED)
                .atPriority(1)
                .willReturn(aResponse().withStatus(412))
                .willSetStateTo("over"));
        wire.stubFor(get(urlPathEqualTo("/v2/groups/AccessGroupId-1"))
                .inScenario("race")
                .whenScenarioStateIs("over")
                .atPriority(1)
                .willReturn(aResponse().withHeader("ETag", "2-bb").withBody(GROUP_JSON)));

        accessGroups.groups().update(GROUP, g -> g.withName("makers"));

        assertThat(sent()).contains("If-Match: 2-bb");
    }

    @Test
    void replacesWhatWasReadOnlyIfItIsStillTheSame() {
        answers(200, GROUP_JSON);
        var read = accessGroups.groups().get(GROUP);
        answersNothing(412);

        assertThatThrownBy(() -> accessGroups.groups().replace(read, g -> g.withName("makers")))
                .isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    void deletes() {
        answersNothing(204);

        accessGroups.groups().delete(GROUP);

        assertThat(sent()).isEqualTo("DELETE /v2/groups/AccessGroupId-1\nAuthorization: Bearer token");

        accessGroups.groups().deleteWithMembers(GROUP);

        assertThat(sent()).startsWith("DELETE /v2/groups/AccessGroupId-1?force=true\n");
    }

    @Test
    void switchesPublicAccess() {
        answers(200, """
                {"account_id": "0123456789abcdef0123456789abcdef", "public_access_enabled": false,
                 "last_modified_at": "2024-10-05T09:00:00Z", "last_modified_by_id": "IBMid-550000AAAA"}""");

        var now = accessGroups.publicAccess().disable(ACCOUNT);

        assertThat(sent()).isEqualTo("""
                PATCH /v2/groups/settings?account_id=0123456789abcdef0123456789abcdef
                Authorization: Bearer token

                {"public_access_enabled":false}""");
        assertThat(now)
                .isEqualTo(new PublicAccessSetting(
                        Optional.of(ACCOUNT),
                        false,
                        Optional.of(Instant.parse("2024-10-05T09:00:00Z")),
                        Optional.of(ADA)));
        assertThat(accessGroups.publicAccess().get(ACCOUNT)).isEqualTo(now);
        assertThat(sent())
                .isEqualTo("GET /v2/groups/settings?account_id=0123456789abcdef0123456789abcdef\n"
                        + "Authorization: Bearer token");

        accessGroups.publicAccess().enable(ACCOUNT);

        assertThat(sent()).endsWith("\n\n{\"public_access_enabled\":true}");
    }

    @Test
    void anIdIsNoPath() {
        assertThatThrownBy(() -> AccessGroupId.of("..")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AccessGroupId.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(AccessGroupId.PUBLIC_ACCESS).hasToString("AccessGroupId-PublicAccess");
    }
}
