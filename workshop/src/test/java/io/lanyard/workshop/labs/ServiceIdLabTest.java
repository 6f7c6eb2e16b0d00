package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ServiceIdLabTest {
    private static final String SERVICE_IDS = "/v1/serviceids/";
    private static final String ONE_SERVICE_ID = "/v1/serviceids/ServiceId-[^/]+";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    @Test
    void makesTheCallsThatItShowsAndLeavesNothing(Sandbox sandbox, WireMockFront front) {
        var play = Playing.play(ServiceIdLab::in, sandbox, front);

        assertThat(play.troubles()).isEmpty();
        assertThat(play.report().outcome()).isEqualTo(Outcome.DONE);
        front.iam()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(SERVICE_IDS))
                                .withRequestBody(matchingJsonPath("$.name", matching("think-registry-demo")))
                                .withRequestBody(matchingJsonPath("$.description")));
        front.iam()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v1/apikeys"))
                                .withRequestBody(matchingJsonPath("$.name", matching("think-registry-demo-key"))));
        front.iam().verify(putRequestedFor(urlPathMatching(ONE_SERVICE_ID)).withHeader("If-Match", matching("1-.*")));
        front.iam().verify(1, postRequestedFor(urlPathMatching(ONE_SERVICE_ID + "/lock")));
        front.iam().verify(2, deleteRequestedFor(urlPathMatching(ONE_SERVICE_ID)));
        front.iam().verify(getRequestedFor(urlPathEqualTo(SERVICE_IDS)));
        leftNothing(sandbox);
    }

    @Test
    void showsNoSecret(Sandbox sandbox, WireMockFront front) {
        var play = Playing.play(ServiceIdLab::in, sandbox, front);

        var secrets = front.iam().findAll(postRequestedFor(urlPathEqualTo("/identity/token"))).stream()
                .map(request -> request.formParameter("apikey").firstValue())
                .distinct()
                .toList();
        assertThat(secrets).hasSize(2);
        assertThat(play.events().toString()).doesNotContain(secrets);
    }

    @Test
    void leavesAServiceIdOfTheSameNameAlone(Sandbox sandbox, WireMockFront front) {
        var account = sandbox.account();
        try (var cloud = account.cloud()) {
            var before = new IdentityClient(cloud).serviceIds().create(account.id(), "think-registry-demo");

            var play = Playing.play(ServiceIdLab::in, sandbox, front);

            assertThat(play.troubles()).isEmpty();
            assertThat(account.state().serviceIds().stream().toList())
                    .singleElement()
                    .satisfies(
                            left -> assertThat(left.id()).isEqualTo(before.id().value()));
        }
    }

    @Test
    void endsWellWhenTheServiceAsksToWait(Sandbox sandbox, WireMockFront front) {
        once(front, aResponse().withStatus(429).withHeader("Retry-After", "1"));

        assertThat(Playing.play(ServiceIdLab::in, sandbox, front).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void endsWellWhenAConnectionIsResetOrAnAnswerIsCutShort(Sandbox sandbox, WireMockFront front) {
        once(front, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(Playing.play(ServiceIdLab::in, sandbox, front).troubles()).isEmpty();

        once(front, aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThat(Playing.play(ServiceIdLab::in, sandbox, front).troubles()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void saysThatTheTokenServiceFailsWhenItDoes(Sandbox sandbox, WireMockFront front) {
        front.iam().stubFor(post("/identity/token").willReturn(aResponse().withStatus(500)));

        var play = Playing.play(ServiceIdLab::in, sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("500");
        assertThat(play.events()).noneMatch(event -> event instanceof LabEvent.StepStarted step && step.number() > 1);
        leftNothing(sandbox);
    }

    @Test
    void leavesNothingAfterAStepThatFailedEvenIfItIsLocked(Sandbox sandbox, WireMockFront front) {
        // the first deletion, of the locked service ID, gets an answer that nobody understands
        front.iam()
                .stubFor(delete(urlPathMatching(ONE_SERVICE_ID))
                        .inScenario("odd answer")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(418))
                        .willSetStateTo("over")
                        .atPriority(1));

        var play = Playing.play(ServiceIdLab::in, sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("deleteServiceId").contains("418");
        assertThat(play.report().leftBehind()).isEmpty();
        leftNothing(sandbox);
    }

    @Test
    void everyStepTeaches() {
        var lab = LabCatalog.find("service-id").orElseThrow().outline();

        assertThat(lab.minutes()).isEqualTo(10);
        assertThat(lab.steps()).allSatisfy(step -> {
            assertThat(step.why()).isNotBlank();
            assertThat(step.hints().levels()).hasSize(3);
            assertThat(step.checks()).isNotEmpty();
        });
    }

    private static void once(WireMockFront front, ResponseDefinitionBuilder answer) {
        front.iam()
                .stubFor(get(urlPathEqualTo(SERVICE_IDS))
                        .inScenario("once " + answer)
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(answer)
                        .willSetStateTo("over")
                        .atPriority(1));
    }

    private static void leftNothing(Sandbox sandbox) {
        assertThat(sandbox.account().state().serviceIds().stream().toList()).isEmpty();
        assertThat(sandbox.account().state().apiKeys().stream().toList())
                .noneMatch(key -> key.name().contains("think-registry-demo"));
    }
}
