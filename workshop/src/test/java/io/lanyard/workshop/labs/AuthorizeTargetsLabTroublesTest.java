package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
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
final class AuthorizeTargetsLabTroublesTest {
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

        assertThat(play.play().troubles()).isEmpty();
        play.leftNothing();
    }

    @Test
    void saysThatTheTokenServiceFailsWhenItDoes(Sandbox sandbox, WireMockFront front) {
        always(front.iam(), post(urlPathEqualTo("/identity/token")), aResponse().withStatus(500));

        var play = TargetsPlay.of(sandbox, front).play();

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("500");
        assertThat(play.report().stepsDone()).isZero();
    }

    @Test
    void leavesNothingWhenATargetCannotBeMade(Sandbox sandbox, WireMockFront front) {
        always(front.iam(), post(urlPathEqualTo("/api/v2/targets")), aResponse().withStatus(500));

        var play = TargetsPlay.of(sandbox, front);

        assertThat(play.play().report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.play().trouble()).contains("createTarget").contains("500");
        assertThat(play.play().report().leftBehind()).isEmpty();
        play.leftNothing();
    }
}
