package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cloud has a bad day. */
final class AuthorizeTargetsTroublesTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    /** All in one play, because a broker takes seconds to start. */
    @Test
    void endsWellWhenItIsAskedToWaitWhenConnectionsAreResetAndAnswersAreCutShort(Sandbox sandbox, WireMockFront front) {
        var wait = aResponse().withStatus(429).withHeader("Retry-After", "1");
        once(front.iam(), get(urlPathEqualTo("/api/v2/targets")), wait);
        once(front.iam(), get(urlPathEqualTo("/v2/policies")), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        once(front.iam(), get(urlPathEqualTo("/api/v2/routes")), aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        once(
                front.iam(),
                post(urlPathMatching("/logs/[^/]+/v1/query")),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        once(front.iam(), post(urlPathMatching("/api/v2/targets/[^/]+/validate")), wait);
        once(
                front.storage(),
                get(urlPathMatching("/audit-logs-.*")),
                aResponse().withStatus(503));

        var play = TargetsPlay.of(sandbox, front);

        assertThat(play.playing().troubles()).isEmpty();
        play.leftNothing();
    }

    @Test
    void saysThatTheTokenServiceFailsWhenItDoes(Sandbox sandbox, WireMockFront front) {
        front.iam()
                .stubFor(post(urlPathEqualTo("/identity/token"))
                        .willReturn(aResponse().withStatus(500))
                        .atPriority(1));

        var play = TargetsPlay.of(sandbox, front).playing();

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("500");
        assertThat(play.report().stepsDone()).isZero();
    }

    @Test
    void leavesNothingWhenATargetCannotBeMade(Sandbox sandbox, WireMockFront front) {
        front.iam()
                .stubFor(post(urlPathEqualTo("/api/v2/targets"))
                        .willReturn(aResponse().withStatus(500))
                        .atPriority(1));

        var play = TargetsPlay.of(sandbox, front);

        assertThat(play.playing().report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.playing().trouble()).contains("createTarget").contains("500");
        assertThat(play.playing().report().leftBehind()).isEmpty();
        play.leftNothing();
    }

    private static void once(WireMockServer server, MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.inScenario("once " + request + answer)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer)
                .willSetStateTo("over")
                .atPriority(1));
    }
}
