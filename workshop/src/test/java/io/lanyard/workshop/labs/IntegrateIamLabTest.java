package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.lanyard.accessgroups.AccessGroupsClient;
import io.lanyard.identity.AllowedAddresses;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.Restriction;
import io.lanyard.policy.PolicyClient;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.sandbox.state.AuditEvent;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.labs.iam.IntegrateIamLab;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One play, looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntegrateIamLabTest {
    private static final String SETTINGS = "/v1/accounts/[0-9a-f]{32}/settings/identity";
    private static final String USERS_SETTINGS = "/v2/accounts/[0-9a-f]{32}/users/IBMid-[0-9A-Z]+/settings";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    private final WireMockFront front;
    private final LabPlay play;

    IntegrateIamLabTest(Sandbox sandbox, WireMockFront front) {
        this.front = front;
        this.play = LabPlay.of(IntegrateIamLab::in, sandbox, front);
    }

    @Test
    void restrictsGrantsLocksOutAndComesBack(Sandbox sandbox) {
        assertThat(play.troubles()).isEmpty();
        var iam = front.iam();
        iam.verify(1, setting("{\"restrict_create_service_id\":\"RESTRICTED\"}"));
        iam.verify(1, setting("{\"restrict_create_platform_apikey\":\"RESTRICTED\"}"));
        iam.verify(2, setting("{\"allowed_ip_addresses\":\"127.0.0.2\"}"));
        iam.verify(1, setting("{\"allowed_ip_addresses\":\"127.0.0.1,127.0.0.2\"}"));
        iam.verify(1, setting("{\"allowed_ip_addresses\":\"\"}"));
        iam.verify(1, usersSetting("{\"allowed_ip_addresses\":\"127.0.0.2,127.0.0.3\"}"));
        iam.verify(1, usersSetting("{\"allowed_ip_addresses\":\"\"}"));
        iam.verify(2, postRequestedFor(urlPathEqualTo("/v1/serviceids/")));
        iam.verify(1, putRequestedFor(urlPathMatching("/v2/groups/AccessGroupId-[^/]+/members")));
        iam.verify(
                1,
                postRequestedFor(urlPathEqualTo("/v2/policies"))
                        .withRequestBody(matchingJsonPath(
                                "$.control.grant.roles[0].role_id",
                                equalTo("crn:v1:bluemix:public:iam-identity::::serviceRole:ServiceIdCreator")))
                        .withRequestBody(matchingJsonPath("$.subject.attributes[?(@.key=='access_group_id')]")));
        leftNothing(sandbox);
    }

    @Test
    void explainsEachDenial() {
        var explained = play.explanations();
        assertThat(explained).extracting(Explanation::effect).containsOnly("Deny");
        assertThat(explained)
                .allSatisfy(explanation -> assertThat(explanation.fixes()).isNotEmpty());
        assertThat(play.reasons())
                .startsWith("0 policies name this user or a group it is in")
                .anySatisfy(key ->
                        assertThat(key).contains("Service ID creator does not hold iam-identity.user-apikey.create"))
                .contains(
                        "the account's list allows 127.0.0.2, not 127.0.0.1 the user's list allows every address",
                        "the account's list allows 127.0.0.1, 127.0.0.2 the user's list allows 127.0.0.2, 127.0.0.3,"
                                + " not 127.0.0.1",
                        "the account's list allows 127.0.0.1, 127.0.0.2, not 127.0.0.3 the user's list allows 127.0.0.2,"
                                + " 127.0.0.3");
        assertThat(explained.get(0).fixes()).containsExactly("grant Service ID creator on iam-identity");
        assertThat(explained.get(1).fixes().get(0)).startsWith("add User API key creator to policy");
    }

    @Test
    void uploadsIntoOneBucketOnceItMay() {
        front.storage().verify(3, putRequestedFor(urlPathMatching("/(audit-events|team-files)/2026/07/event.json")));
        front.storage().verify(getRequestedFor(urlPathEqualTo("/audit-events/2026/07/event.json")));
        front.iam()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v2/policies"))
                                .withRequestBody(
                                        matchingJsonPath(
                                                "$.control.grant.roles[0].role_id",
                                                equalTo(
                                                        "crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectWriter")))
                                .withRequestBody(matchingJsonPath(
                                        "$.resource.attributes[?(@.key=='resource')].value", equalTo("audit-events"))));
    }

    @Test
    void leavesAnAuditTrailOfEachSetting(Sandbox sandbox) {
        assertThat(sandbox.events(sandbox.account().id()))
                .extracting(AuditEvent::action)
                .contains(
                        "iam-identity.accountsettings.update",
                        "iam-groups.group.create",
                        "iam-groups.member.add",
                        "iam-am.policy.create",
                        "iam-identity.account-serviceid.create",
                        "iam-identity.user-apikey.create",
                        "user-management.user-setting.update");
    }

    @Test
    void canBePlayedAgain(Sandbox sandbox) {
        assertThat(LabPlay.again(IntegrateIamLab::in, sandbox).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    private static RequestPatternBuilder setting(String body) {
        return putRequestedFor(urlPathMatching(SETTINGS)).withRequestBody(equalToJson(body));
    }

    private static RequestPatternBuilder usersSetting(String body) {
        return patchRequestedFor(urlPathMatching(USERS_SETTINGS)).withRequestBody(equalToJson(body));
    }

    /** What an account looks like in which the lab was played, however the play ended. */
    static void leftNothing(Sandbox sandbox) {
        var account = sandbox.account();
        assertThat(account.state().serviceIds().stream()).isEmpty();
        assertThat(account.state().apiKeys().stream())
                .noneMatch(key -> key.name().startsWith("audit-"));
        try (var cloud = account.cloud()) {
            var identity = new IdentityClient(cloud);
            var settings = identity.accountSettings().get(account.id()).value();
            assertThat(List.of(settings.restrictCreateServiceId(), settings.restrictCreatePlatformApikey()))
                    .containsOnly(Restriction.NOT_SET);
            assertThat(settings.allowedIpAddresses()).isEqualTo(AllowedAddresses.ANY);
            assertThat(identity.users().settings(account.id(), account.owner()).addresses())
                    .isEqualTo(AllowedAddresses.ANY);
            assertThat(new AccessGroupsClient(cloud).groups().list(account.id(), q -> q.withoutPublicAccess()))
                    .isEmpty();
            assertThat(new PolicyClient(cloud).policies().list(account.id())).isEmpty();
            assertThat(new ResourcesClient(cloud).instances().list()).isEmpty();
        }
    }
}
