package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.Region;
import io.lanyard.core.IbmCloud;
import io.lanyard.policy.AccessManagementSettings;
import io.lanyard.policy.PolicyClient;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.labs.external.ExternalIdentitiesLab;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One play, looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExternalIdentitiesLabTest {
    private static final String QUERY = "/logs/[^/]+/v1/query";
    private static final String SETTINGS = "/v1/accounts/[0-9a-f]{32}/settings/access_management";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    private final WireMockFront front;
    private final LabPlay play;

    ExternalIdentitiesLabTest(Sandbox sandbox, WireMockFront front) {
        this.front = front;
        this.play = LabPlay.of(ExternalIdentitiesLab::in, sandbox, front);
    }

    @Test
    void goesFromAnOpenDoorToTheDenialsOfALimitedOne(Sandbox sandbox) {
        assertThat(play.troubles()).isEmpty();
        assertThat(play.report().stepsDone()).isEqualTo(11);
        var iam = front.iam();
        iam.verify(2, postRequestedFor(urlPathEqualTo("/api/v2/targets")));
        iam.verify(
                1,
                postRequestedFor(urlPathEqualTo("/v1/policies"))
                        .withRequestBody(matchingJsonPath("$.type", equalTo("authorization")))
                        .withRequestBody(matchingJsonPath(
                                "$.roles[0].role_id", equalTo("crn:v1:bluemix:public:logs::::serviceRole:Sender"))));
        iam.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/v2/routes"))
                        .withRequestBody(
                                matchingJsonPath("$.rules[0].locations", equalToJson("[\"eu-de\", \"eu-gb\"]"))));
        iam.verify(
                1,
                putRequestedFor(urlPathMatching("/api/v2/routes/.+"))
                        .withRequestBody(matchingJsonPath(
                                "$.rules[0].locations", equalToJson("[\"global\", \"eu-de\", \"eu-gb\"]"))));
        leftNothing(sandbox);
    }

    @Test
    void setsEachTypeOfIdentityAndPutsThePartnerAloneOnTheLists() {
        var types = "$.external_account_identity_interaction.identity_types.";
        var limited = patchRequestedFor(urlPathMatching(SETTINGS))
                .withRequestBody(matchingJsonPath(types + "user.state", equalTo("limited")));
        front.iam()
                .verify(
                        1,
                        patchRequestedFor(urlPathMatching(SETTINGS))
                                .withRequestBody(matchingJsonPath(types + "user.state", equalTo("monitor")))
                                .withRequestBody(matchingJsonPath(types + "service_id.state", equalTo("monitor")))
                                .withRequestBody(matchingJsonPath(types + "service.state", equalTo("monitor"))));
        front.iam()
                .verify(
                        1,
                        limited.withRequestBody(matchingJsonPath(types + "service_id.state", equalTo("limited")))
                                .withRequestBody(matchingJsonPath(types + "service.state", equalTo("limited")))
                                .withRequestBody(
                                        matchingJsonPath(types + "user[?(@.external_allowed_accounts.length() == 1)]"))
                                .withRequestBody(matchingJsonPath(
                                        types + "service_id[?(@.external_allowed_accounts.length() == 1)]")));
    }

    @Test
    void typesEachQueryOfTheGuideInBothLanguages() {
        for (var wanted : List.of(List.of("false", "Deny"), List.of("false", "Permit"), List.of("true", "Deny"))) {
            var lucene = "action:\"iam-access-management.account-settings.eval\" AND responseData.isEnforced:\""
                    + wanted.get(0) + "\" AND responseData.decision:\"" + wanted.get(1) + "\"";
            front.iam()
                    .verify(
                            moreThanOrExactly(1),
                            postRequestedFor(urlPathMatching(QUERY))
                                    .withHeader("Accept", equalTo("text/event-stream"))
                                    .withRequestBody(matchingJsonPath("$.metadata.syntax", equalTo("lucene")))
                                    .withRequestBody(matchingJsonPath("$.query", equalTo(lucene))));
            front.iam()
                    .verify(
                            moreThanOrExactly(1),
                            postRequestedFor(urlPathMatching(QUERY))
                                    .withRequestBody(matchingJsonPath("$.metadata.syntax", equalTo("dataprime")))
                                    .withRequestBody(matchingJsonPath(
                                            "$.query",
                                            containing("$d.responseData.decision == '" + wanted.get(1) + "'"))));
            assertThat(answerTo(lucene)).matches("[1-9]\\d* events?");
        }
    }

    @Test
    void explainsEachDenial() {
        var explained = play.explanations();
        assertThat(explained).extracting(Explanation::effect).containsOnly("Deny");
        assertThat(play.reasons())
                .satisfiesExactly(
                        push -> assertThat(push).contains("Reader does not hold container-registry.image.push"),
                        target -> assertThat(target).contains("no authorization in account"),
                        nobody -> assertThat(nobody).contains("0 policies name this service ID"),
                        sender -> assertThat(sender).contains("Sender does not hold logs.logs-data-api-high.read"),
                        writer -> assertThat(writer).contains("Reader does not hold logs.data-ingress.send"),
                        foreign -> assertThat(foreign).contains("policies permit it, but the token is from account"),
                        bucket -> assertThat(bucket).contains("policies permit it, but there is no token"),
                        gone -> assertThat(gone).contains("grants Content Reader on bucket open-files-"));
        assertThat(explained.get(6).fixes()).singleElement().asString().contains("come with a token of this account");
    }

    /** All that the guide has one type: the action alone, then each field, and both. */
    @Test
    void asksEachQueryOfTheGuide() {
        var action = "action:\"iam-access-management.account-settings.eval\"";
        var all = List.of(
                action,
                action + " AND responseData.isEnforced:\"false\"",
                action + " AND responseData.isEnforced:\"false\" AND responseData.decision:\"Permit\"",
                action + " AND responseData.isEnforced:\"false\" AND responseData.decision:\"Deny\"",
                action + " AND responseData.isEnforced:\"true\"",
                action + " AND responseData.isEnforced:\"true\" AND responseData.decision:\"Deny\"");

        assertThat(all).allSatisfy(query -> assertThat(answerTo(query)).matches("[1-9]\\d* events?"));
    }

    @Test
    void reportsOnThirtyDaysAsTableCsvAndJson() {
        var printed = play.printed();

        assertThat(printed).hasSize(3);
        assertThat(printed.get(0))
                .contains("IF LIMITED")
                .containsPattern("blocked +30 .*\\n  iam-ServiceId-\\S+\\n  service_id of account [0-9a-f]{32}\\n")
                .contains("42 events, 3 identities, 3 of them would be blocked.");
        assertThat(printed.get(1).lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("identity,identity_type,account_id,would_be_blocked,");
        assertThat(printed.get(2)).contains("\"external_account_identity_interaction\"");
    }

    @Test
    void canBePlayedAgainInTheSameAccount(Sandbox sandbox) {
        assertThat(LabPlay.again(ExternalIdentitiesLab::in, sandbox).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    /** What was last answered to a query. */
    private String answerTo(String query) {
        var answer = "";
        for (int i = 0; i + 1 < play.events().size(); i++) {
            if (play.events().get(i) instanceof LabEvent.Requested asked
                    && asked.request().object().equals(query)) {
                answer = play.events().get(i + 1) instanceof LabEvent.Answered answered ? answered.answer() : answer;
            }
        }
        return answer;
    }

    /** What an account looks like in which the lab was played, however the play ended. */
    static void leftNothing(Sandbox sandbox) {
        var account = sandbox.account();
        assertThat(account.state().serviceIds().stream()).isEmpty();
        try (IbmCloud cloud = account.cloud()) {
            var policies = new PolicyClient(cloud);
            assertThat(policies.policies().list(account.id()).stream()).isEmpty();
            assertThat(policies.accessSettings().get(account.id()).value()).isEqualTo(AccessManagementSettings.open());
            var routing = new AuditClient(cloud).routing(Region.EU_DE);
            assertThat(routing.targets().list()).isEmpty();
            assertThat(routing.routes().list()).isEmpty();
            assertThat(new ResourcesClient(cloud)
                            .instances().list(q -> q.name("iam-log")).stream()
                                    .filter(instance -> instance.isActive())
                                    .map(instance -> instance.name())
                                    .collect(Collectors.toList()))
                    .isEmpty();
        }
    }
}
