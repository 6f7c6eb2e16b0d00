package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
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
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.labs.external.ExternalIdentitiesLab;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ExternalIdentitiesLabTest {
    private static final String QUERY = "/logs/[^/]+/v1/query";
    private static final String SETTINGS = "/v1/accounts/[0-9a-f]{32}/settings/access_management";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    @Test
    void goesFromAnOpenDoorToTheDenialsOfALimitedOne(Sandbox sandbox, WireMockFront front) {
        var play = play(sandbox, front);

        assertThat(play.troubles()).isEmpty();
        assertThat(play.report().stepsDone()).isEqualTo(10);
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
    void setsEachTypeOfIdentityAndPutsThePartnerAloneOnTheLists(Sandbox sandbox, WireMockFront front) {
        play(sandbox, front);

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
    void typesEachQueryOfTheGuideInBothLanguages(Sandbox sandbox, WireMockFront front) {
        var play = play(sandbox, front);

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
            assertThat(answerTo(play, lucene)).matches("[1-9]\\d* events?");
        }
    }

    @Test
    void explainsEachDenial(Sandbox sandbox, WireMockFront front) {
        var play = play(sandbox, front);

        var explained = play.events().stream()
                .filter(LabEvent.Explained.class::isInstance)
                .map(event -> ((LabEvent.Explained) event).explanation())
                .toList();
        assertThat(explained).extracting(Explanation::effect).containsOnly("Deny");
        assertThat(explained.stream().map(explanation -> String.join(" ", explanation.reasons())))
                .satisfiesExactly(
                        push -> assertThat(push).contains("Reader does not hold container-registry.image.push"),
                        target -> assertThat(target).contains("no authorization in account"),
                        nobody -> assertThat(nobody).contains("0 policies name this service ID"),
                        sender -> assertThat(sender).contains("Sender does not hold logs.logs-data-api-high.read"),
                        writer -> assertThat(writer).contains("Reader does not hold logs.data-ingress.send"),
                        foreign -> assertThat(foreign).contains("policies permit it, but the token is from account"),
                        gone -> assertThat(gone).contains("0 policies name this user"));
    }

    @Test
    void reportsOnThirtyDaysAsTableCsvAndJson(Sandbox sandbox, WireMockFront front) {
        var printed = play(sandbox, front).events().stream()
                .filter(LabEvent.Printed.class::isInstance)
                .map(event -> ((LabEvent.Printed) event).text())
                .toList();

        assertThat(printed).hasSize(3);
        assertThat(printed.get(0))
                .contains("IF LIMITED")
                .containsPattern("iam-ServiceId-\\S+ +service_id +[0-9a-f]{32} +blocked +30 ")
                .contains("42 events, 3 identities, 3 of them would be blocked.");
        assertThat(printed.get(1).lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("identity,identity_type,account_id,would_be_blocked,");
        assertThat(printed.get(2)).contains("\"external_account_identity_interaction\"");
    }

    @Test
    void canBePlayedAgainInTheSameAccount(Sandbox sandbox, WireMockFront front) {
        play(sandbox, front);

        assertThat(play(sandbox, front).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void endsWellWhenTheLogAsksToWaitAndAnAnswerBreaksOff(Sandbox sandbox, WireMockFront front) {
        once(front, post(urlPathMatching(QUERY)), aResponse().withStatus(429).withHeader("Retry-After", "1"));
        once(
                front,
                post(urlPathMatching(QUERY)).withRequestBody(containing("Permit")),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        once(
                front,
                post(urlPathMatching("/api/v2/targets/.+/validate")),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void endsWellWhenConnectionsAreResetAndTheTokenServiceFailsOnce(Sandbox sandbox, WireMockFront front) {
        once(front, post(urlPathEqualTo("/identity/token")), aResponse().withStatus(503));
        once(front, get(urlPathMatching(SETTINGS)), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        once(front, get(urlPathEqualTo("/api/v2/targets")), aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void saysThatTheStreamOfTheReportBrokeOffAndCleansUp(Sandbox sandbox, WireMockFront front) {
        front.iam()
                .stubFor(post(urlPathMatching(QUERY))
                        .withRequestBody(matchingJsonPath("$.metadata.limit"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/event-stream")
                                .withBody(": success\ndata: {\"result\":{\"results\":[{\"metadata\":[],\"lab"))
                        .atPriority(1));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("query failed");
        leftNothing(sandbox);
    }

    @Test
    void aSettingThatPretendsToBeSetIsNoticedByState(Sandbox sandbox, WireMockFront front) {
        front.iam()
                .stubFor(patch(urlPathMatching(SETTINGS))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"external_account_identity_interaction\":{\"identity_types\":{"
                                        + type("user") + "," + type("service_id") + "," + type("service") + "}}}"))
                        .atPriority(1));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(play.troubles()).contains("aren't looked at: users: Enabled");
        leftNothing(sandbox);
    }

    @Test
    void saysWhatIsMissingToWhoTakesItByHand(Sandbox sandbox) {
        try (var environment = RealAccount.toLookAt(EmbeddedSandbox.variables(sandbox), false)) {
            var report = new LabEngine(event -> {}, new CloudTroubles())
                    .verify(ExternalIdentitiesLab.in(environment), List.of());

            assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
            assertThat(report.steps().get(2).checks().toString()).contains("there is no Cloud Logs instance iam-log");
        }
    }

    @Test
    void isDoneBeforeItsCleanUpForWhoTookItByHand(Sandbox sandbox) throws Exception {
        var variables = EmbeddedSandbox.variables(sandbox);
        try (var environment = EmbeddedSandbox.in(sandbox, variables)) {
            for (var step : ExternalIdentitiesLab.in(environment).steps().subList(0, 9)) {
                step.setUp().play(new Unseen());
                step.code().play(new Unseen());
            }
        }
        try (var environment = RealAccount.toLookAt(variables, false)) {
            var report = new LabEngine(event -> {}, new CloudTroubles())
                    .verify(ExternalIdentitiesLab.in(environment), List.of());

            assertThat(report.outcome()).isEqualTo(Outcome.DONE);
            assertThat(report.stepsDone()).isEqualTo(9);
        }
    }

    @Test
    void everyStepTeaches() {
        var lab = LabCatalog.find("external-identities").orElseThrow().outline();

        assertThat(lab.minutes()).isEqualTo(32);
        assertThat(lab.reach().isForRealAccounts()).isFalse();
        assertThat(lab.steps()).hasSize(10).allSatisfy(step -> {
            assertThat(step.why()).isNotBlank();
            assertThat(step.hints().levels()).hasSize(3);
            assertThat(step.checks()).isNotEmpty();
        });
    }

    private static String type(String name) {
        return "\"" + name + "\":{\"state\":\"monitor\",\"external_allowed_accounts\":[]}";
    }

    /** What was last answered to a query. */
    private static String answerTo(Playing play, String query) {
        var answer = "";
        for (int i = 0; i + 1 < play.events().size(); i++) {
            if (play.events().get(i) instanceof LabEvent.Requested asked
                    && asked.request().object().equals(query)) {
                answer = play.events().get(i + 1) instanceof LabEvent.Answered answered ? answered.answer() : answer;
            }
        }
        return answer;
    }

    private static Playing play(Sandbox sandbox, WireMockFront front) {
        return Playing.play(ExternalIdentitiesLab::in, sandbox, front);
    }

    private static void once(WireMockFront front, MappingBuilder request, ResponseDefinitionBuilder answer) {
        front.iam()
                .stubFor(request.inScenario("once " + request + answer)
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(answer)
                        .willSetStateTo("over")
                        .atPriority(1));
    }

    private static void leftNothing(Sandbox sandbox) {
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
