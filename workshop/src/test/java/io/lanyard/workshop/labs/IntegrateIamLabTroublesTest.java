package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
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
import io.lanyard.workshop.labs.iam.IntegrateIamLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cloud has a bad day. */
final class IntegrateIamLabTroublesTest {
    private static final String SETTINGS = "/v1/accounts/[0-9a-f]{32}/settings/identity";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    @Test
    void endsWellWhenItIsAskedToWaitWhenConnectionsAreResetAndAnswersAreCutShort(Sandbox sandbox, WireMockFront front) {
        once(
                front.iam(),
                put(urlPathMatching(SETTINGS)),
                aResponse().withStatus(429).withHeader("Retry-After", "1"));
        once(front.iam(), get(urlPathEqualTo("/v2/groups")), aResponse().withStatus(503));
        once(front.iam(), post(urlPathEqualTo("/identity/token")), aResponse().withStatus(503));
        once(front.iam(), get(urlPathMatching(SETTINGS)), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        once(
                front.iam(),
                put(urlPathMatching("/v2/groups/.*/members")),
                aResponse().withFault(Fault.EMPTY_RESPONSE));
        once(front.iam(), get(urlPathEqualTo("/v2/policies")), aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        once(
                front.storage(),
                put(urlPathMatching("/audit-events/?")),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        once(
                front.storage(),
                get(urlPathMatching("/audit-events/2026/.*")),
                aResponse().withStatus(503));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        IntegrateIamLabTest.leftNothing(sandbox);
    }

    @Test
    void saysThatStorageFailsAndCleansUp(Sandbox sandbox, WireMockFront front) {
        always(
                front.storage(),
                put(urlPathMatching("/audit-events/2026/.*")),
                aResponse().withStatus(500));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("500");
        assertThat(play.report().leftBehind()).isEmpty();
        IntegrateIamLabTest.leftNothing(sandbox);
    }

    @Test
    void saysThatTheTokenServiceFails(Sandbox sandbox, WireMockFront front) {
        always(front.iam(), post("/identity/token"), aResponse().withStatus(500));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("500").contains("Try again later");
        IntegrateIamLabTest.leftNothing(sandbox);
    }

    @Test
    void comesBackThoughItFailedWhileTheOwnerWasLockedOut(Sandbox sandbox, WireMockFront front) {
        once(
                front.iam(),
                put(urlPathMatching(SETTINGS)).withRequestBody(equalToJson("{\"allowed_ip_addresses\":\"\"}")),
                aResponse().withStatus(418));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("updateAccountSettings").contains("418");
        assertThat(play.report().cleanUps()).anySatisfy(cleaned -> {
            assertThat(cleaned.kind()).isEqualTo("address list of the account");
            assertThat(cleaned.removed()).isEqualTo(1);
        });
        assertThat(play.report().leftBehind()).isEmpty();
        IntegrateIamLabTest.leftNothing(sandbox);
    }

    @Test
    void aRestrictionThatPretendsToBeOnIsNoticedByState(Sandbox sandbox, WireMockFront front) {
        var settings = sandbox.account().cloud();
        try (settings) {
            var body = settings.raw()
                    .get("iam", "/v1/accounts/" + sandbox.account().id() + "/settings/identity")
                    .body();
            once(
                    front.iam(),
                    put(urlPathMatching(SETTINGS)),
                    aResponse().withHeader("Content-Type", "application/json").withBody(body));
        }

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(play.trouble()).contains("was allowed, but must be refused");
        IntegrateIamLabTest.leftNothing(sandbox);
    }

    private static LabPlay play(Sandbox sandbox, WireMockFront front) {
        return LabPlay.of(IntegrateIamLab::in, sandbox, front);
    }
}
