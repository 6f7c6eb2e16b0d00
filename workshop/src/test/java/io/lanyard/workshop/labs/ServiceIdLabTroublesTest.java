package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.lanyard.workshop.labs.BadDay.always;
import static io.lanyard.workshop.labs.BadDay.once;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cloud has a bad day. */
final class ServiceIdLabTroublesTest {
    private static final String SERVICE_IDS = "/v1/serviceids/";
    private static final String ONE_SERVICE_ID = "/v1/serviceids/ServiceId-[^/]+";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    @Test
    void leavesAServiceIdOfTheSameNameAlone(Sandbox sandbox, WireMockFront front) {
        var account = sandbox.account();
        try (var cloud = account.cloud()) {
            var before = new IdentityClient(cloud).serviceIds().create(account.id(), "think-registry-demo");

            var play = play(sandbox, front);

            assertThat(play.troubles()).isEmpty();
            assertThat(account.state().serviceIds().stream().toList())
                    .singleElement()
                    .satisfies(
                            left -> assertThat(left.id()).isEqualTo(before.id().value()));
        }
    }

    @Test
    void endsWellWhenTheServiceAsksToWait(Sandbox sandbox, WireMockFront front) {
        once(
                front.iam(),
                get(urlPathEqualTo(SERVICE_IDS)),
                aResponse().withStatus(429).withHeader("Retry-After", "1"));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        ServiceIdLabTest.leftNothing(sandbox);
    }

    @Test
    void endsWellWhenAConnectionIsResetOrAnAnswerIsCutShort(Sandbox sandbox, WireMockFront front) {
        once(front.iam(), get(urlPathEqualTo(SERVICE_IDS)), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(play(sandbox, front).troubles()).isEmpty();

        once(front.iam(), get(urlPathEqualTo(SERVICE_IDS)), aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThat(play(sandbox, front).troubles()).isEmpty();
        ServiceIdLabTest.leftNothing(sandbox);
    }

    @Test
    void saysThatTheTokenServiceFailsWhenItDoes(Sandbox sandbox, WireMockFront front) {
        always(front.iam(), post("/identity/token"), aResponse().withStatus(500));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("500");
        assertThat(play.events()).noneMatch(event -> event instanceof LabEvent.StepStarted step && step.number() > 1);
        ServiceIdLabTest.leftNothing(sandbox);
    }

    @Test
    void leavesNothingAfterAStepThatFailedEvenIfItIsLocked(Sandbox sandbox, WireMockFront front) {
        // the first deletion, of the locked service ID, gets an answer that nobody understands
        once(front.iam(), delete(urlPathMatching(ONE_SERVICE_ID)), aResponse().withStatus(418));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("deleteServiceId").contains("418");
        assertThat(play.report().leftBehind()).isEmpty();
        ServiceIdLabTest.leftNothing(sandbox);
    }

    private static LabPlay play(Sandbox sandbox, WireMockFront front) {
        return LabPlay.of(ServiceIdLab::in, sandbox, front);
    }
}
