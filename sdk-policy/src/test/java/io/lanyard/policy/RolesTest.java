package io.lanyard.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ETag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policy tests: every operation on roles, as it is sent and as it is read. */
class RolesTest extends Wired {
    private static final RoleUuid ROLE_ID = RoleUuid.of("role-1");
    private static final String ROLE = """
            {"id":"role-1","name":"Puller","display_name":"Image puller","description":"pulls",\
            "crn":"crn:v1:bluemix:public:iam-access-management::a/0123456789abcdef0123456789abcdef::customRole:Puller",\
            "account_id":"0123456789abcdef0123456789abcdef","service_name":"container-registry",\
            "actions":["container-registry.image.pull"],\
            "created_at":"2018-08-30T14:09:09.907Z","created_by_id":"IBMid-1",\
            "last_modified_at":"2018-08-31T14:09:09.907Z","last_modified_by_id":"IBMid-2",\
            "href":"https://iam.cloud.ibm.com/v2/roles/role-1"}""";

    @Test
    void creates() {
        answers(201, ROLE);

        var role = client.roles()
                .create(
                        ACCOUNT,
                        "Puller",
                        r -> r.service("container-registry")
                                .shownAs("Image puller")
                                .describedAs("pulls")
                                .permitting("container-registry.image.pull"));

        assertThat(role.roleId()).isEqualTo(RoleId.custom(ACCOUNT, "Puller"));
        assertThat(sent()).isEqualTo("""
                        POST /v2/roles
                        Authorization: Bearer token

                        {"name":"Puller","display_name":"Image puller",\
                        "account_id":"0123456789abcdef0123456789abcdef","service_name":"container-registry",\
                        "actions":["container-registry.image.pull"],"description":"pulls"}""");
    }

    @Test
    void readsEveryField() {
        answers(200, ROLE);

        var role = client.roles().get(ROLE_ID);

        assertThat(role.etag()).isEqualTo(ETag.of("1-aa"));
        assertThat(role.value())
                .isEqualTo(new CustomRole(
                        Optional.of(ROLE_ID),
                        Optional.of(RoleId.custom(ACCOUNT, "Puller")),
                        "Puller",
                        "Image puller",
                        Optional.of("pulls"),
                        ACCOUNT,
                        "container-registry",
                        List.of("container-registry.image.pull"),
                        Optional.of(Instant.parse("2018-08-30T14:09:09.907Z")),
                        Optional.of("IBMid-1"),
                        Optional.of(Instant.parse("2018-08-31T14:09:09.907Z")),
                        Optional.of("IBMid-2"),
                        Optional.of("https://iam.cloud.ibm.com/v2/roles/role-1")));
        assertThat(sent()).startsWith("GET /v2/roles/role-1\n");
    }

    @Test
    void replaces() {
        answers(200, ROLE);

        client.roles()
                .replace(
                        ROLE_ID,
                        new RoleContent("Puller", Optional.empty(), List.of("container-registry.image.pull")),
                        ETag.of("1-aa"));

        assertThat(sent()).isEqualTo("""
                        PUT /v2/roles/role-1
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"display_name":"Puller","actions":["container-registry.image.pull"]}""");
    }

    @Test
    void updatesWhatItRead() {
        answers(200, ROLE);

        client.roles()
                .update(
                        ROLE_ID,
                        r -> r.permitting("container-registry.image.push")
                                .shownAs("Pusher")
                                .describedAs("pushes"));

        wire.verify(putRequestedFor(urlEqualTo("/v2/roles/role-1")).withHeader("If-Match", equalTo("1-aa")));
        assertThat(sent())
                .endsWith("{\"display_name\":\"Pusher\",\"description\":\"pushes\","
                        + "\"actions\":[\"container-registry.image.push\"]}");
    }

    @Test
    void deletes() {
        answersNoContent();

        client.roles().delete(ROLE_ID);

        assertThat(sent()).startsWith("DELETE /v2/roles/role-1\n");
    }

    @Test
    void listsWithEveryParameter() {
        answers(
                200,
                "{\"custom_roles\":[" + ROLE + "],"
                        + "\"service_roles\":[{\"display_name\":\"Reader\",\"actions\":[\"a.b.c\"],"
                        + "\"crn\":\"crn:v1:bluemix:public:iam::::serviceRole:Reader\"}],"
                        + "\"system_roles\":[{\"display_name\":\"Viewer\",\"description\":\"views\",\"actions\":[],"
                        + "\"crn\":\"crn:v1:bluemix:public:iam::::role:Viewer\"}]}");

        var roles = client.speaking(Locale.GERMAN)
                .roles()
                .list(q -> q.account(ACCOUNT)
                        .service("container-registry")
                        .actingService("atracker")
                        .type(PolicyType.AUTHORIZATION)
                        .serviceGroup("IAM"));

        assertThat(roles.customRoles()).extracting(CustomRole::name).containsExactly("Puller");
        assertThat(roles.serviceRoles().get(0).actions()).containsExactly("a.b.c");
        assertThat(roles.systemRoles().get(0).description()).contains("views");
        assertThat(roles.ids()).containsExactly(RoleId.VIEWER, RoleId.READER, RoleId.custom(ACCOUNT, "Puller"));
        assertThat(sent()).isEqualTo("""
                        GET /v2/roles?account_id=0123456789abcdef0123456789abcdef&service_name=container-registry\
                        &source_service_name=atracker&policy_type=authorization&service_group_id=IAM
                        Accept-Language: de
                        Authorization: Bearer token""");
    }

    @Test
    void listsWhatCanBeGranted() {
        answers(200, "{\"custom_roles\":[" + ROLE + "],\"service_roles\":[],\"system_roles\":[]}");

        assertThat(client.roles().grantable(ACCOUNT, "container-registry"))
                .containsExactly(RoleId.custom(ACCOUNT, "Puller"));
    }

    @Test
    void aConflictNamesTheRole() {
        answers(
                409,
                "{\"errors\":[{\"code\":\"role_conflict_error\",\"message\":\"already there\","
                        + "\"details\":{\"conflicts_with\":{\"etag\":\"1-bb\",\"role\":\"role-1\"}}}]}");

        assertThatThrownBy(() -> client.roles()
                        .create(ACCOUNT, "Puller", r -> r.service("kms").permitting("kms.a.b")))
                .isInstanceOfSatisfying(
                        RoleConflictException.class,
                        conflict -> assertThat(conflict.existing()).contains(ROLE_ID));
    }
}
