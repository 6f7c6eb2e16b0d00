package io.lanyard.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static io.lanyard.policy.Targets.containerRegistry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lanyard.core.ConflictException;
import io.lanyard.core.ETag;
import io.lanyard.policy.wire.PolicyV2;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Policy tests: every operation of version 2, as it is sent and as it is read. */
class PoliciesTest extends Wired {
    private static final Grant READS =
            grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT).region("us-south"));
    private static final String READS_JSON = """
            {"type":"access",\
            "subject":{"attributes":[{"key":"iam_id","operator":"stringEquals","value":"iam-ServiceId-1"}]},\
            "control":{"grant":{"roles":[{"role_id":"crn:v1:bluemix:public:iam::::serviceRole:Reader"}]}},\
            "resource":{"attributes":[{"key":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
            {"key":"serviceName","operator":"stringEquals","value":"container-registry"},\
            {"key":"region","operator":"stringEquals","value":"us-south"}]}}""";
    private static final String PATH = "/v2/policies/" + ID;

    @Test
    void creates() {
        answers(201, POLICY_V2);

        var policy = client.policies().create(READS);

        assertThat(policy.id()).isEqualTo(ID);
        assertThat(sent()).isEqualTo("""
                        POST /v2/policies
                        Authorization: Bearer token

                        """ + READS_JSON);
    }

    @Test
    void gets() {
        answers(200, POLICY_V2);

        var read = client.policies().get(ID);

        assertThat(read.etag()).isEqualTo(ETag.of("1-aa"));
        assertThat(read.value().id()).isEqualTo(ID);
        assertThat(sent()).isEqualTo("""
                        GET /v2/policies/12345678-abcd-4a1a-b1a2-1234567890ab
                        Authorization: Bearer token""");
    }

    @Test
    void getsWithMore() {
        answers(200, POLICY_V2);

        var read = client.policies().get(ID, PolicyFormat.DISPLAY);

        assertThat(read.value().roleDetails().get(0).actions()).hasSize(1);
        assertThat(sent()).startsWith("GET " + PATH + "?format=display\n");
    }

    @Test
    void listsAllPages() {
        wire.stubFor(get(urlEqualTo("/v2/policies?account_id=" + ACCOUNT))
                .willReturn(json(
                        200,
                        "{\"limit\":1,\"next\":{\"href\":\"https://x/v2/policies?start=s2\",\"start\":\"s2\"},"
                                + "\"policies\":[" + POLICY_V2 + "]}")));
        wire.stubFor(get(urlEqualTo("/v2/policies?account_id=" + ACCOUNT + "&start=s2"))
                .willReturn(json(
                        200,
                        "{\"limit\":1,\"policies\":[" + POLICY_V2.replace("12345678-abcd", "22345678-abcd") + "]}")));

        assertThat(client.policies().list(ACCOUNT).stream()
                        .map(policy -> policy.id().value()))
                .containsExactly("12345678-abcd-4a1a-b1a2-1234567890ab", "22345678-abcd-4a1a-b1a2-1234567890ab");
    }

    @Test
    void listsWithEveryParameter() {
        answers(200, "{\"policies\":[]}");

        var none = client.speaking(Locale.GERMAN)
                .policies()
                .list(
                        ACCOUNT,
                        q -> q.of(ROBOT)
                                .ofGroup("AccessGroupId-1")
                                .type(PolicyType.ACCESS)
                                .serviceType("service")
                                .serviceName("kms")
                                .serviceGroup("IAM")
                                .sort("-created_at")
                                .format(PolicyFormat.INCLUDE_LAST_PERMIT)
                                .state(PolicyState.DELETED)
                                .pageSize(50));

        assertThat(none).isEmpty();
        assertThat(sent()).isEqualTo("""
                        GET /v2/policies?account_id=0123456789abcdef0123456789abcdef&iam_id=iam-ServiceId-1\
                        &access_group_id=AccessGroupId-1&type=access&service_type=service&service_name=kms\
                        &service_group_id=IAM&sort=-created_at&format=include_last_permit&state=deleted&limit=50
                        Accept-Language: de
                        Authorization: Bearer token""");
    }

    @Test
    void oneOddPolicyDoesNotBreakTheList() {
        answers(200, "{\"policies\":[" + POLICY_V2 + ",{\"id\":\"odd\",\"resource\":[\"?\"]},null,7]}");

        var policies = client.policies().list(ACCOUNT).stream().toList();

        assertThat(policies)
                .extracting(policy -> policy.unknown().isPresent())
                .containsExactly(false, true, true, true);
        assertThat(policies.get(1).id()).isEqualTo(PolicyId.of("odd"));
    }

    @Test
    void replaces() {
        answers(200, POLICY_V2);

        var policy = client.policies().replace(ID, READS, ETag.of("1-aa"));

        assertThat(policy.id()).isEqualTo(ID);
        assertThat(sent()).isEqualTo("""
                        PUT /v2/policies/12345678-abcd-4a1a-b1a2-1234567890ab
                        Authorization: Bearer token
                        If-Match: 1-aa

                        """ + READS_JSON);
    }

    @Test
    void updatesWhatItRead() {
        answers(200, POLICY_V2);
        var was = io.lanyard.core.json.Json.read(POLICY_V2, Policy.class).grant();

        var policy = client.policies().update(ID, p -> p.withRoles(READER, WRITER));

        assertThat(policy.id()).isEqualTo(ID);
        wire.verify(putRequestedFor(urlEqualTo(PATH))
                .withHeader("If-Match", equalTo("1-aa"))
                .withRequestBody(equalToJson(
                        PolicyV2.write(was.withRoles(READER, WRITER)).toString())));
    }

    @Test
    void updatesAgainWhenSomebodyWasFaster() {
        wire.stubFor(get(urlEqualTo(PATH))
                .inScenario("race")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(json(200, POLICY_V2)));
        wire.stubFor(put(urlEqualTo(PATH))
                .inScenario("race")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(json(409, conflict("{}")))
                .willSetStateTo("changed"));
        wire.stubFor(get(urlEqualTo(PATH))
                .inScenario("race")
                .whenScenarioStateIs("changed")
                .willReturn(json(200, POLICY_V2).withHeader("ETag", "2-bb")));
        wire.stubFor(put(urlEqualTo(PATH))
                .withHeader("If-Match", equalTo("2-bb"))
                .inScenario("race")
                .whenScenarioStateIs("changed")
                .willReturn(json(200, POLICY_V2)));

        client.policies().update(ID, p -> p.because("a better reason"));

        wire.verify(2, putRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void doesNotUpdateWhatItDoesNotUnderstand() {
        answers(200, "{\"id\":\"odd\",\"resource\":[\"?\"]}");

        assertThatThrownBy(() -> client.policies().update(ID, p -> p.withRoles(READER)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would lose a part of it");
        wire.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void deletes() {
        wire.stubFor(delete(urlEqualTo(PATH)).willReturn(com.github.tomakehurst.wiremock.client.WireMock.noContent()));

        client.policies().delete(ID);

        assertThat(sent()).isEqualTo("""
                        DELETE /v2/policies/12345678-abcd-4a1a-b1a2-1234567890ab
                        Authorization: Bearer token""");
    }

    @Test
    void restores() {
        wire.stubFor(get(urlEqualTo(PATH)).willReturn(json(200, POLICY_V2)));
        wire.stubFor(patch(urlEqualTo("/v1/policies/" + ID)).willReturn(json(200, POLICY_V1)));

        var policy = client.policies().restore(ID);

        assertThat(policy.isActive()).isTrue();
        wire.verify(patchRequestedFor(urlEqualTo("/v1/policies/" + ID))
                .withHeader("If-Match", equalTo("1-aa"))
                .withRequestBody(equalToJson("{\"state\":\"active\"}")));
    }

    @Test
    void aConflictCarriesTheWholePolicy() {
        answers(409, conflict("{\"etag\":\"1-bb\",\"policy\":" + POLICY_V2 + "}"));

        assertThatThrownBy(() -> client.policies().create(READS))
                .isInstanceOfSatisfying(PolicyConflictException.class, conflict -> {
                    assertThat(conflict.existing().id()).isEqualTo(ID);
                    assertThat(conflict.policy()).contains(conflict.existing());
                    assertThat(conflict.etag()).contains(ETag.of("1-bb"));
                    assertThat(conflict.existing().roles()).containsExactly(READER);
                });
    }

    @Test
    void aConflictCarriesAVersion1PolicyToo() {
        answers(409, conflict("{\"etag\":\"1-bb\",\"policy\":" + POLICY_V1 + "}"));

        assertThatThrownBy(() -> client.policies().create(READS))
                .isInstanceOfSatisfying(
                        PolicyConflictException.class,
                        conflict -> assertThat(conflict.existing().roles()).containsExactly(RoleId.VIEWER));
    }

    @Test
    void aConflictMayCarryOnlyAnId() {
        answers(409, conflict("{\"etag\":\"1-bb\",\"policy\":\"" + ID + "\"}"));

        assertThatThrownBy(() -> client.policies().create(READS))
                .isInstanceOfSatisfying(PolicyConflictException.class, conflict -> {
                    assertThat(conflict.existing().id()).isEqualTo(ID);
                    assertThat(conflict.policy()).isEmpty();
                });
    }

    @Test
    void aConflictMayCarryNothing() {
        answers(409, "{\"errors\":[{\"code\":\"policy_conflict_error\",\"message\":\"no\"}]}");

        assertThatThrownBy(() -> client.policies().create(READS))
                .isInstanceOf(ConflictException.class)
                .isNotInstanceOf(PolicyConflictException.class);
    }

    @Test
    void ensureCreatesWhatIsNotThere() {
        answers(201, POLICY_V2);

        assertThat(client.policies().ensure(READS).id()).isEqualTo(ID);
        assertThat(sent()).startsWith("POST /v2/policies\n");
    }

    @Test
    void ensureAdoptsWhatIsThere() {
        answers(409, conflict("{\"policy\":" + POLICY_V2 + "}"));

        assertThat(client.policies().ensure(READS).id()).isEqualTo(ID);
        wire.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void ensureReadsThePolicyWhenOnlyItsIdIsKnown() {
        wire.stubFor(post(urlEqualTo("/v2/policies")).willReturn(json(409, conflict("{\"policy\":\"" + ID + "\"}"))));
        wire.stubFor(get(urlEqualTo(PATH)).willReturn(json(200, POLICY_V2)));

        assertThat(client.policies().ensure(READS).roles()).containsExactly(READER);
    }

    @Test
    void ensureAddsTheRoleThatIsMissing() {
        var there = PolicyV2.write(Policy.of(ID, READS)).toString();
        wire.stubFor(post(urlEqualTo("/v2/policies")).willReturn(json(409, conflict("{\"policy\":" + there + "}"))));
        wire.stubFor(get(urlEqualTo(PATH)).willReturn(json(200, there)));
        wire.stubFor(put(urlPathEqualTo(PATH)).willReturn(json(200, there)));

        client.policies().ensure(READS.withRoles(WRITER));

        wire.verify(putRequestedFor(urlEqualTo(PATH))
                .withRequestBody(equalToJson(
                        PolicyV2.write(READS.withRoles(READER, WRITER)).toString())));
    }

    @Test
    void ensureDoesNotTouchAPolicyAboutSomethingElse() {
        answers(409, conflict("{\"policy\":" + POLICY_V2 + "}"));

        assertThatThrownBy(() -> client.policies().ensure(READS.withRoles(WRITER)))
                .isInstanceOf(PolicyConflictException.class);
        wire.verify(0, putRequestedFor(anyUrl()));
    }

    private static String conflict(String with) {
        return "{\"trace\":\"t1\",\"errors\":[{\"code\":\"policy_conflict_error\",\"message\":\"already there\","
                + "\"details\":{\"conflicts_with\":" + with + "}}],\"status_code\":409}";
    }
}
