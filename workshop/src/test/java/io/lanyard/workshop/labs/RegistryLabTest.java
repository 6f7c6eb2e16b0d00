package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lanyard.core.IbmCloud;
import io.lanyard.policy.PolicyClient;
import io.lanyard.registry.Region;
import io.lanyard.registry.RegistryClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RegistryLabTest {
    private static final String HOME = "us-south";
    private static final String MANIFEST = "/v2/my_namespace/hello-world/manifests/3.6";
    private static final String DENIED = "denied: You are not authorized to access the specified resource.";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    @Test
    void goesFromNoEnforcementToExactlyTheAccessThatTheRobotNeeds(Sandbox sandbox, WireMockFront front) {
        var play = play(sandbox, front);

        assertThat(play.troubles()).isEmpty();
        assertThat(play.report().stepsDone()).isEqualTo(9);
        front.registry(HOME)
                .verify(
                        1,
                        patchRequestedFor(urlPathEqualTo("/api/v1/auth"))
                                .withRequestBody(equalToJson("{\"iam_authz\":true}")));
        front.registry(HOME)
                .verify(
                        1,
                        patchRequestedFor(urlPathEqualTo("/api/v1/auth"))
                                .withRequestBody(equalToJson("{\"iam_authz\":false}")));
        front.registry(HOME).verify(1, putRequestedFor(urlPathEqualTo("/api/v1/namespaces/my_namespace")));
        front.registry("eu-gb").verify(1, putRequestedFor(urlPathEqualTo("/api/v1/namespaces/my_namespace")));
        front.registry(HOME).verify(1, putRequestedFor(urlEqualTo(MANIFEST)));
        front.registry(HOME).verify(1, putRequestedFor(urlPathEqualTo("/v2/my_namespace/hello-world/manifests/3.7")));
        front.registry("eu-gb").verify(getRequestedFor(urlEqualTo(MANIFEST)));
        leftNothing(sandbox);
    }

    @Test
    void grantsReaderOnExactlyOneNamespaceOfOneRegion(Sandbox sandbox, WireMockFront front) {
        play(sandbox, front);

        front.iam()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v2/policies"))
                                .withRequestBody(matchingJsonPath(
                                        "$.control.grant.roles[*].role_id",
                                        equalTo("crn:v1:bluemix:public:iam::::serviceRole:Reader")))
                                .withRequestBody(matchingJsonPath(
                                        "$.resource.attributes[?(@.key=='region')].value", equalTo(HOME)))
                                .withRequestBody(matchingJsonPath(
                                        "$.resource.attributes[?(@.key=='resourceType')].value", equalTo("namespace")))
                                .withRequestBody(matchingJsonPath(
                                        "$.resource.attributes[?(@.key=='resource')].value", equalTo("my_namespace"))));
    }

    @Test
    void explainsEachDenialByTheDecisionEngine(Sandbox sandbox, WireMockFront front) {
        var play = play(sandbox, front);

        var explained = play.events().stream()
                .filter(LabEvent.Explained.class::isInstance)
                .map(event -> ((LabEvent.Explained) event).explanation())
                .toList();
        assertThat(explained).extracting(Explanation::effect).containsOnly("Deny");
        assertThat(explained.stream().map(explanation -> String.join(" ", explanation.reasons())))
                .satisfiesExactly(
                        first -> assertThat(first).contains("0 policies name this service ID or a group it is in"),
                        other -> assertThat(other)
                                .contains("resource is other_namespace, the policy wants my_namespace"),
                        abroad -> assertThat(abroad).contains("region is eu-gb, the policy wants us-south"),
                        push -> assertThat(push).contains("Reader does not hold container-registry.image.push"),
                        gone -> assertThat(gone).contains("0 policies name this service ID"));
        assertThat(explained.get(0).fixes()).containsExactly("grant Reader on namespace my_namespace in us-south");
        assertThat(play.events().stream()
                        .filter(LabEvent.Refused.class::isInstance)
                        .map(event -> ((LabEvent.Refused) event).refusal().sentence())
                        .filter(DENIED::equals))
                .hasSize(5);
    }

    @Test
    void warnsAboutTheColleagueBeforeAnythingIsSwitched(Sandbox sandbox, WireMockFront front) {
        var play = play(sandbox, front);

        var carla = sandbox.account().members().get(0).iamId();
        var shown = play.events().stream()
                .filter(LabEvent.Shown.class::isInstance)
                .map(Object::toString)
                .toList();
        assertThat(shown).anyMatch(table -> table.contains(carla + " loses pull and push"));
        assertThat(play.events()
                        .indexOf(play.events().stream()
                                .filter(event -> event.toString().contains(carla.value()))
                                .findFirst()
                                .orElseThrow()))
                .isLessThan(play.events()
                        .indexOf(play.events().stream()
                                .filter(event -> event instanceof LabEvent.Requested asked
                                        && asked.request().verb().equals("enable"))
                                .findFirst()
                                .orElseThrow()));
    }

    @Test
    void canBePlayedAgainInTheSameAccountUpToTheSwitchThatStaysOn(Sandbox sandbox, WireMockFront front) {
        play(sandbox, front);

        var again = play(sandbox, front);

        assertThat(again.report().outcome()).isNotEqualTo(Outcome.DONE);
        assertThat(again.trouble()).contains("403");
        leftNothing(sandbox);
    }

    @Test
    void endsWellWhenTheRegistryAsksToWait(Sandbox sandbox, WireMockFront front) {
        once(front, get(urlEqualTo(MANIFEST)), aResponse().withStatus(429).withHeader("Retry-After", "1"));
        once(front, get(urlPathEqualTo("/oauth/token")), aResponse().withStatus(503));
        once(
                front,
                get(urlPathEqualTo("/api/v1/auth")),
                aResponse().withStatus(429).withHeader("Retry-After", "1"));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void endsWellWhenConnectionsAreResetAndAnswersAreCutShort(Sandbox sandbox, WireMockFront front) {
        once(front, get(urlEqualTo(MANIFEST)), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        once(front, put(urlEqualTo(MANIFEST)), aResponse().withFault(Fault.EMPTY_RESPONSE));
        once(
                front,
                get(urlPathMatching("/v2/my_namespace/hello-world/blobs/.*")),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void saysThatTheRegistrysTokenServiceFailsAndCleansUp(Sandbox sandbox, WireMockFront front) {
        front.registry(HOME)
                .stubFor(get(urlPathEqualTo("/oauth/token"))
                        .willReturn(aResponse().withStatus(500)));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble())
                .contains("log in to 127.0.0.1:")
                .contains("500")
                .contains("try again in a minute");
        assertThat(play.report().cleanUps()).anySatisfy(cleaned -> {
            assertThat(cleaned.kind()).isEqualTo("namespace");
            assertThat(cleaned.removed()).isEqualTo(3);
        });
        leftNothing(sandbox);
    }

    @Test
    void saysThatNobodyAnswersAndCleansUp(Sandbox sandbox, WireMockFront front) {
        front.registry(HOME)
                .stubFor(any(urlPathMatching("/v2/.*"))
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                        .atPriority(1));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("is the registry running and the address right?");
        leftNothing(sandbox);
    }

    @Test
    void aSwitchThatPretendsToBeOnIsNoticedByState(Sandbox sandbox, WireMockFront front) {
        front.registry(HOME)
                .stubFor(patch(urlPathEqualTo("/api/v1/auth"))
                        .willReturn(aResponse().withStatus(204))
                        .atPriority(1));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(play.trouble()).contains("was allowed, but must be refused");
        leftNothing(sandbox);
    }

    @Test
    void everyStepTeaches() {
        var lab = LabCatalog.find("registry").orElseThrow().outline();

        assertThat(lab.minutes()).isEqualTo(20);
        assertThat(lab.steps()).hasSize(9).allSatisfy(step -> {
            assertThat(step.why()).isNotBlank();
            assertThat(step.hints().levels()).hasSize(3);
            assertThat(step.checks()).isNotEmpty();
        });
    }

    private static Playing play(Sandbox sandbox, WireMockFront front) {
        return Playing.play(RegistryLab.SOURCE, sandbox, front);
    }

    private static void once(WireMockFront front, MappingBuilder request, ResponseDefinitionBuilder answer) {
        front.registry(HOME)
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
            assertThat(new PolicyClient(cloud).policies().list(account.id()).stream())
                    .isEmpty();
            for (Region region : List.of(Region.US_SOUTH, Region.EU_GB)) {
                assertThat(RegistryClient.in(cloud, region).namespaces().list()).isEmpty();
            }
        }
    }
}
