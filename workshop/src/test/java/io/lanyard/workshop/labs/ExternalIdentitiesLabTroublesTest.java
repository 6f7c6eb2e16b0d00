package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
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
import io.lanyard.workshop.labs.external.ExternalIdentitiesLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cloud has a bad day. */
final class ExternalIdentitiesLabTroublesTest {
    private static final String QUERY = "/logs/[^/]+/v1/query";
    private static final String SETTINGS = "/v1/accounts/[0-9a-f]{32}/settings/access_management";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    @Test
    void endsWellWhenItIsAskedToWaitWhenConnectionsAreResetAndAnswersAreCutShort(Sandbox sandbox, WireMockFront front) {
        once(
                front.iam(),
                post(urlPathMatching(QUERY)),
                aResponse().withStatus(429).withHeader("Retry-After", "1"));
        once(
                front.iam(),
                post(urlPathMatching(QUERY)).withRequestBody(containing("Permit")),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        once(
                front.iam(),
                post(urlPathMatching("/api/v2/targets/.+/validate")),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        once(front.iam(), post(urlPathEqualTo("/identity/token")), aResponse().withStatus(503));
        once(front.iam(), get(urlPathMatching(SETTINGS)), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        once(front.iam(), get(urlPathEqualTo("/api/v2/targets")), aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(play(sandbox, front).troubles()).isEmpty();
        ExternalIdentitiesLabTest.leftNothing(sandbox);
    }

    @Test
    void saysThatTheStreamOfTheReportBrokeOffAndCleansUp(Sandbox sandbox, WireMockFront front) {
        always(
                front.iam(),
                post(urlPathMatching(QUERY)).withRequestBody(matchingJsonPath("$.metadata.limit")),
                aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(": success\ndata: {\"result\":{\"results\":[{\"metadata\":[],\"lab"));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(play.trouble()).contains("query failed");
        ExternalIdentitiesLabTest.leftNothing(sandbox);
    }

    @Test
    void aSettingThatPretendsToBeSetIsNoticedByState(Sandbox sandbox, WireMockFront front) {
        always(
                front.iam(),
                patch(urlPathMatching(SETTINGS)),
                aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"external_account_identity_interaction\":{\"identity_types\":{" + type("user")
                                + "," + type("service_id") + "," + type("service") + "}}}"));

        var play = play(sandbox, front);

        assertThat(play.report().outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(play.troubles()).contains("aren't looked at: users: Enabled");
        ExternalIdentitiesLabTest.leftNothing(sandbox);
    }

    private static String type(String name) {
        return "\"" + name + "\":{\"state\":\"monitor\",\"external_allowed_accounts\":[]}";
    }

    private static LabPlay play(Sandbox sandbox, WireMockFront front) {
        return LabPlay.of(ExternalIdentitiesLab::in, sandbox, front);
    }
}
