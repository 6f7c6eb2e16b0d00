package io.lanyard.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.VIEWER;
import static io.lanyard.policy.Targets.allServices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ETag;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Policy tests: every operation of version 1, as it is sent and as it is read. */
class PoliciesV1Test extends Wired {
    private static final Grant VIEWS =
            grant(VIEWER).to(ROBOT).on(allServices(ACCOUNT).tag("env", Match.like("prod*")));
    private static final String VIEWS_JSON = """
            {"type":"access",\
            "subjects":[{"attributes":[{"name":"iam_id","value":"iam-ServiceId-1"}]}],\
            "roles":[{"role_id":"crn:v1:bluemix:public:iam::::role:Viewer"}],\
            "resources":[{"attributes":[\
            {"name":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
            {"name":"serviceType","operator":"stringEquals","value":"service"}],\
            "tags":[{"name":"env","operator":"stringMatch","value":"prod*"}]}]}""";

    @Test
    void creates() {
        answers(201, POLICY_V1);

        var policy = client.v1().create(VIEWS);

        assertThat(policy.id()).isEqualTo(ID);
        assertThat(policy.roleDetails().get(0).displayName()).contains("Viewer");
        assertThat(sent()).isEqualTo("""
                        POST /v1/policies
                        Authorization: Bearer token

                        """ + VIEWS_JSON);
    }

    @Test
    void gets() {
        answers(200, POLICY_V1);

        var read = client.v1().get(ID);

        assertThat(read.etag()).isEqualTo(ETag.of("1-aa"));
        assertThat(read.value().resource().tags()).hasSize(1);
        assertThat(sent()).startsWith("GET /v1/policies/" + ID + "\n");
    }

    @Test
    void listsWithEveryParameter() {
        answers(200, "{\"policies\":[" + POLICY_V1 + "]}");

        var policies = client.speaking(Locale.GERMAN)
                .v1()
                .list(
                        ACCOUNT,
                        q -> q.of(ROBOT)
                                .ofGroup("AccessGroupId-1")
                                .type(PolicyType.ACCESS)
                                .serviceType("service")
                                .tag("env", "prod")
                                .sort("id")
                                .format(PolicyFormat.DISPLAY)
                                .state(PolicyState.ACTIVE)
                                .pageSize(50));

        assertThat(policies).extracting(Policy::id).containsExactly(ID);
        assertThat(sent()).isEqualTo("""
                        GET /v1/policies?account_id=0123456789abcdef0123456789abcdef&iam_id=iam-ServiceId-1\
                        &access_group_id=AccessGroupId-1&type=access&service_type=service&tag_name=env&tag_value=prod\
                        &sort=id&format=display&state=active&limit=50
                        Accept-Language: de
                        Authorization: Bearer token""");
        assertThat(client.v1().list(ACCOUNT)).hasSize(1);
    }

    @Test
    void replaces() {
        answers(200, POLICY_V1);

        client.v1().replace(ID, VIEWS, ETag.of("1-aa"));

        assertThat(sent()).isEqualTo("""
                        PUT /v1/policies/12345678-abcd-4a1a-b1a2-1234567890ab
                        Authorization: Bearer token
                        If-Match: 1-aa

                        """ + VIEWS_JSON);
    }

    @Test
    void updatesWhatItRead() {
        answers(200, POLICY_V1);

        client.v1().update(ID, p -> p.because("a better reason"));

        wire.verify(putRequestedFor(urlEqualTo("/v1/policies/" + ID)).withHeader("If-Match", equalTo("1-aa")));
        assertThat(sent()).contains("\"description\":\"a better reason\"");
    }

    @Test
    void deletes() {
        answersNoContent();

        client.v1().delete(ID);

        assertThat(sent()).startsWith("DELETE /v1/policies/" + ID + "\n");
    }

    @Test
    void changesTheState() {
        answers(200, POLICY_V1);

        var policy = client.v1().updateState(ID, PolicyState.ACTIVE, ETag.of("1-aa"));

        assertThat(policy.isActive()).isTrue();
        assertThat(sent()).isEqualTo("""
                        PATCH /v1/policies/12345678-abcd-4a1a-b1a2-1234567890ab
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"state":"active"}""");
    }

    @Test
    void aConflictCarriesThePolicy() {
        answers(
                409,
                "{\"errors\":[{\"code\":\"policy_conflict_error\",\"message\":\"already there\","
                        + "\"details\":{\"conflicts_with\":{\"etag\":\"1-bb\",\"policy\":" + POLICY_V1 + "}}}]}");

        assertThatThrownBy(() -> client.v1().create(VIEWS))
                .isInstanceOfSatisfying(
                        PolicyConflictException.class,
                        conflict -> assertThat(conflict.existing().id()).isEqualTo(ID));
    }
}
