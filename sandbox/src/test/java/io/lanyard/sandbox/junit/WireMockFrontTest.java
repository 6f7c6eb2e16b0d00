// Room: sandbox / tests. WireMock in front: a journal, faults, and everything else passes through.
package io.lanyard.sandbox.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WireMockFrontTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started().behindWireMock();

    @Test
    void passesThroughAndRemembers(WireMockServer wireMock) {
        var answer = Http.get(wireMock.baseUrl() + "/sandbox/v1/health");

        assertThat(answer.status()).isEqualTo(200);
        wireMock.verify(1, getRequestedFor(urlPathEqualTo("/sandbox/v1/health")));
    }

    @Test
    void injectsAFault(WireMockServer wireMock) {
        wireMock.stubFor(get(urlPathEqualTo("/sandbox/v1/health"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(503)));

        assertThat(Http.get(wireMock.baseUrl() + "/sandbox/v1/health").status()).isEqualTo(503);
    }

    @Test
    void everyUrlOfTheEnvironmentLeadsThroughIt(WireMockFront front, Sandbox sandbox) {
        var variables = front.environment();

        assertThat(variables).containsEntry("IBMCLOUD_IAM_URL", front.iam().baseUrl());
        assertThat(variables.values()).noneMatch(value -> value.contains(sandbox.url()));
        assertThat(variables.getOrDefault("IBMCLOUD_REGISTRY_US_SOUTH", ""))
                .isEqualTo("127.0.0.1:" + front.registry("us-south").port());
    }
}
