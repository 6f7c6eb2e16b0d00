package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One play, looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServiceIdLabTest {
    private static final String SERVICE_IDS = "/v1/serviceids/";
    private static final String ONE_SERVICE_ID = "/v1/serviceids/ServiceId-[^/]+";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    private final WireMockFront front;
    private final LabPlay play;

    ServiceIdLabTest(Sandbox sandbox, WireMockFront front) {
        this.front = front;
        this.play = LabPlay.of(ServiceIdLab::in, sandbox, front);
    }

    @Test
    void makesTheCallsThatItShowsAndLeavesNothing(Sandbox sandbox) {
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
    void showsNoSecret() {
        var secrets = front.iam().findAll(postRequestedFor(urlPathEqualTo("/identity/token"))).stream()
                .map(request -> request.formParameter("apikey").firstValue())
                .distinct()
                .toList();
        assertThat(secrets).hasSize(2);
        assertThat(play.events().toString()).doesNotContain(secrets);
    }

    /** What an account looks like in which the lab was played, however the play ended. */
    static void leftNothing(Sandbox sandbox) {
        assertThat(sandbox.account().state().serviceIds().stream().toList()).isEmpty();
        assertThat(sandbox.account().state().apiKeys().stream().toList())
                .noneMatch(key -> key.name().contains("think-registry-demo"));
    }
}
