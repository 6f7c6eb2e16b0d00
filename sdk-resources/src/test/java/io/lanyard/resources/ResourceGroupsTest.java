// Resources, tests: every operation on resource groups and quotas, as it is sent and as it is read.
package io.lanyard.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.DecodeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ResourceGroupsTest extends Wired {

    private static final String GROUP_JSON = """
            {"id": "group-1", "crn": "crn:v1:bluemix:public:resource-controller::a/0123456789abcdef0123456789abcdef::resource-group:group-1",
             "account_id": "0123456789abcdef0123456789abcdef", "name": "Default", "state": "ACTIVE", "default": true,
             "quota_id": "q-1", "quota_url": "/v2/quota_definitions/q-1", "payment_methods_url": "/p", "teams_url": "/t",
             "resource_linkages": [{"resource_id": "r", "resource_origin": null}, null],
             "created_at": "2024-10-04T14:05:06.123Z", "updated_at": "2024-10-05T09:00:00.000Z"}
            """;

    @Test
    void creates() {
        answers(201, """
                {"id": "group-1", "crn": "crn:v1:bluemix:public:resource-controller::a/0123::resource-group:group-1"}""");

        var created = resources.groups().create(ACCOUNT, "audit");

        assertThat(created.id()).isEqualTo(GROUP);
        assertThat(created.crn().resourceType()).isEqualTo("resource-group");
        assertThat(sent()).isEqualTo("""
                POST /v2/resource_groups
                Authorization: Bearer token

                {"name":"audit","account_id":"0123456789abcdef0123456789abcdef"}""");
    }

    @Test
    void readsEveryField() {
        answers(200, GROUP_JSON);

        var group = resources.groups().get(GROUP);

        assertThat(sent()).isEqualTo("GET /v2/resource_groups/group-1\nAuthorization: Bearer token");
        assertThat(group.id()).isEqualTo(GROUP);
        assertThat(group.accountId()).isEqualTo(ACCOUNT);
        assertThat(group.name()).isEqualTo("Default");
        assertThat(group.state()).contains(ResourceGroupState.ACTIVE);
        assertThat(group.isDefault()).contains(true);
        assertThat(group.quotaId()).contains(QuotaId.of("q-1"));
        assertThat(group.quotaUrl()).contains("/v2/quota_definitions/q-1");
        assertThat(group.paymentMethodsUrl()).contains("/p");
        assertThat(group.teamsUrl()).contains("/t");
        assertThat(group.createdAt()).contains(Instant.parse("2024-10-04T14:05:06.123Z"));
        assertThat(group.updatedAt()).contains(Instant.parse("2024-10-05T09:00:00Z"));
    }

    @Test
    void listsByWhatIsAsked() {
        answers(200, "{\"resources\": [" + GROUP_JSON + "]}");

        var groups = resources
                .groups()
                .list(ACCOUNT, q -> q.name("audit").in(YearMonth.of(2026, 7)).includingDeleted());

        assertThat(groups).extracting(ResourceGroup::name).containsExactly("Default");
        assertThat(sent()).isEqualTo("""
                GET /v2/resource_groups?account_id=0123456789abcdef0123456789abcdef&name=audit&date=2026-07&include_deleted=true
                Authorization: Bearer token""");
    }

    @Test
    void findsTheDefaultOne() {
        answers(200, "{\"resources\": [" + GROUP_JSON + "]}");

        assertThat(resources.groups().defaultOf(ACCOUNT).id()).isEqualTo(GROUP);
        assertThat(sent())
                .startsWith("GET /v2/resource_groups?account_id=0123456789abcdef0123456789abcdef&default=true\n");
    }

    @Test
    void saysWhatToAskForWhenTheDefaultOneIsNotShown() {
        answers(200, "{\"resources\": []}");

        assertThatThrownBy(() -> resources.groups().defaultOf(ACCOUNT))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Viewer");
        assertThat(resources.groups().list(ACCOUNT)).isEmpty();
    }

    @Test
    void renamesAndPutsIntoAState() {
        answers(200, GROUP_JSON);

        resources.groups().rename(GROUP, "audit-2");

        assertThat(sent()).isEqualTo("""
                PATCH /v2/resource_groups/group-1
                Authorization: Bearer token

                {"name":"audit-2"}""");

        resources.groups().updateState(GROUP, ResourceGroupState.of("SUSPENDED"));

        assertThat(sent()).endsWith("\n\n{\"state\":\"SUSPENDED\"}");
    }

    @Test
    void deletes() {
        answersNothing(204);

        resources.groups().delete(GROUP);

        assertThat(sent()).isEqualTo("DELETE /v2/resource_groups/group-1\nAuthorization: Bearer token");
    }

    @Test
    void tellsQuotas() {
        var quota = """
                {"id": "q-1", "name": "Trial Quota", "type": "TRIAL", "number_of_apps": 10,
                 "number_of_service_instances": 50.0, "default_number_of_instances_per_lite_plan": 1,
                 "instances_per_app": 5, "instance_memory": "1G", "total_app_memory": "2G", "vsi_limit": 2,
                 "resource_quotas": [{"_id": "l-1", "resource_id": "s-1", "crn": "crn:x", "limit": 3}],
                 "created_at": "2024-10-04T14:05:06.123Z", "updated_at": "2024-10-05T09:00:00.000Z"}
                """;
        answers(200, quota);

        var read = resources.quotas().get(QuotaId.of("q-1"));

        assertThat(sent()).isEqualTo("GET /v2/quota_definitions/q-1\nAuthorization: Bearer token");
        assertThat(read.name()).contains("Trial Quota");
        assertThat(read.numberOfServiceInstances()).contains(50.0);
        assertThat(read.resourceQuotas())
                .extracting(limit -> limit.id().orElseThrow())
                .containsExactly("l-1");

        answers(200, "{\"resources\": [" + quota + "]}");

        assertThat(resources.quotas().list()).containsExactly(read);
        assertThat(sent()).isEqualTo("GET /v2/quota_definitions\nAuthorization: Bearer token");
    }

    @Test
    void saysWhatIsMissingInAnOddAnswer() {
        answers(200, "{\"id\": \"group-1\", \"account_id\": \"0123\"}");

        assertThatThrownBy(() -> resources.groups().get(GROUP))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("name");
    }
}
