// Identity, tests: every operation on groups of service IDs, as it is sent and as it is read.
package io.lanyard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.ETag;
import io.lanyard.core.IamId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceIdGroupsTest extends Wired {

    private static final ServiceIdGroupId ID = ServiceIdGroupId.of("group-1");

    private static final String GROUP = """
            {
              "id": "group-1", "entity_tag": "1-aa", "account_id": "0123456789abcdef0123456789abcdef",
              "crn": "crn:v1:bluemix:public:iam-identity::a/0123456789abcdef0123456789abcdef::serviceidgroup:group-1",
              "name": "builders", "description": "build things", "created_at": "2024-10-04T14:05+0000",
              "created_by": "IBMid-1", "modified_at": "2024-10-05T09:00+0000"
            }
            """;

    @Test
    void creates() {
        answers(201, GROUP);

        var group = identity.serviceIdGroups().create(ACCOUNT, "builders", g -> g.description("build things"));

        assertThat(group.id()).isEqualTo(ID);
        assertThat(sent()).isEqualTo("""
                        POST /v1/serviceid_groups
                        Authorization: Bearer token

                        {"account_id":"0123456789abcdef0123456789abcdef","name":"builders","description":"build things"}""");
    }

    @Test
    void createsWithANameOnly() {
        answers(201, GROUP);

        identity.serviceIdGroups().create(ACCOUNT, "builders");

        assertThat(sent()).endsWith("{\"account_id\":\"0123456789abcdef0123456789abcdef\",\"name\":\"builders\"}");
    }

    @Test
    void readsEveryField() {
        answers(200, GROUP);

        var read = identity.serviceIdGroups().get(ID);

        assertThat(sent()).isEqualTo("GET /v1/serviceid_groups/group-1\nAuthorization: Bearer token");
        assertThat(read.etag()).isEqualTo(ETag.of("1-aa"));
        var group = read.value();
        assertThat(group.entityTag()).contains(ETag.of("1-aa"));
        assertThat(group.accountId()).isEqualTo(ACCOUNT);
        assertThat(group.crn().resourceType()).isEqualTo("serviceidgroup");
        assertThat(group.name()).isEqualTo("builders");
        assertThat(group.description()).contains("build things");
        assertThat(group.createdAt()).contains(Instant.parse("2024-10-04T14:05:00Z"));
        assertThat(group.createdBy()).isEqualTo(IamId.of("IBMid-1"));
        assertThat(group.modifiedAt()).contains(Instant.parse("2024-10-05T09:00:00Z"));
    }

    @Test
    void lists() {
        answers(200, "{\"serviceid_groups\": [" + GROUP + "]}");

        var groups = identity.serviceIdGroups().list(ACCOUNT);

        assertThat(groups).extracting(ServiceIdGroup::name).containsExactly("builders");
        assertThat(sent()).isEqualTo("""
                        GET /v1/serviceid_groups?account_id=0123456789abcdef0123456789abcdef
                        Authorization: Bearer token""");
    }

    @Test
    void updates() {
        answers(200, GROUP);

        identity.serviceIdGroups().update(ID, g -> g.withName("makers").withDescription("make things"));

        assertThat(sent()).isEqualTo("""
                        PUT /v1/serviceid_groups/group-1
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"name":"makers","description":"make things"}""");
    }

    @Test
    void sendsTheNameWithEachUpdateBecauseTheServiceAsksForIt() {
        answers(200, GROUP);

        identity.serviceIdGroups().update(ID, g -> g.withDescription("make things"));

        assertThat(sent()).endsWith("{\"name\":\"builders\",\"description\":\"make things\"}");
    }

    @Test
    void deletes() {
        answersNoContent();

        identity.serviceIdGroups().delete(ID);

        assertThat(sent()).isEqualTo("DELETE /v1/serviceid_groups/group-1\nAuthorization: Bearer token");
    }
}
