package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.lanyard.workshop.labs.BadDay.always;
import static io.lanyard.workshop.labs.BadDay.once;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cloud has a bad day. */
final class RegistryLabTroublesTest {
    private static final String HOME = "us-south";
    private static final String MANIFEST = "/v2/my_namespace/hello-world/manifests/3.6";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    @Test
    void endsWellWhenTheRegistryAsksToWait(Sandbox sandbox, WireMockFront front) {
        once(
                front.registry(HOME),
                get(urlEqualTo(MANIFEST)),
                aResponse().withStatus(429).withHeader("Retry-After", "1"));
        once(
                front.registry(HOME),
                get(urlPathEqualTo("/oauth/token")),
                aResponse().withStatus(503));
        once(
                front.registry(HOME),
                get(urlPathEqualTo("/api/v1/auth")),
                aResponse().withStatus(429).withHeader("Retry-After", "1"));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        RegistryLabTest.leftNothing(sandbox);
    }

    @Test
    void endsWellWhenConnectionsAreResetAndAnswersAreCutShort(Sandbox sandbox, WireMockFront front) {
        once(front.registry(HOME), get(urlEqualTo(MANIFEST)), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        once(front.registry(HOME), put(urlEqualTo(MANIFEST)), aResponse().withFault(Fault.EMPTY_RESPONSE));
        once(
                front.registry(HOME),
                get(urlPathMatching("/v2/my_namespace/hello-world/blobs/.*")),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        RegistryLabTest.leftNothing(sandbox);
    }

    @Test
    void saysThatTheRegistrysTokenServiceFailsAndCleansUp(Sandbox sandbox, WireMockFront front) {
        always(
                front.registry(HOME),
                get(urlPathEqualTo("/oauth/token")),
                aResponse().withStatus(500));

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
        RegistryLabTest.leftNothing(sandbox);
    }

    @Test
    void saysThatNobodyAnswersAndCleansUp(Sandbox sandbox, WireMockFront front) {
        always(
                front.registry(HOME),
                any(urlPathMatching("/v2/.*")),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("is the registry running and the address right?");
        RegistryLabTest.leftNothing(sandbox);
    }

    @Test
    void aSwitchThatPretendsToBeOnIsNoticedByState(Sandbox sandbox, WireMockFront front) {
        always(
                front.registry(HOME),
                patch(urlPathEqualTo("/api/v1/auth")),
                aResponse().withStatus(204));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(play.trouble()).contains("was allowed, but must be refused");
        RegistryLabTest.leftNothing(sandbox);
    }

    private static LabPlay play(Sandbox sandbox, WireMockFront front) {
        return LabPlay.of(RegistryLab.SOURCE, sandbox, front);
    }
}
