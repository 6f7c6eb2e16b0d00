// Registry, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.lanyard.contracts.SentRequest;
import io.lanyard.contracts.WatchedWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

abstract class Wired {

    /** What every request but those for messages carries. */
    static final String HEADERS = """

            Account: acc-1
            Authorization: Bearer token""";

    static final ImageRef IMAGE = ImageRef.parse("us.icr.io/my_namespace/hello-world:3.6");
    static final String IMAGE_SEGMENT = "us.icr.io%2Fmy_namespace%2Fhello-world%3A3.6";
    static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @RegisterExtension
    static final WireMockExtension wire = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().extensions(WatchedWireMock.requests()))
            .build();

    IbmCloud cloud;
    RegistryClient registry;

    @BeforeEach
    void connect() {
        cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .account(AccountId.of("acc-1"))
                .endpoint("registry", wire.baseUrl())
                .attempts(1));
        registry = RegistryClient.in(cloud, Region.US_SOUTH);
    }

    @AfterEach
    void hangUp() {
        cloud.close();
    }

    static void answers(int status, String body) {
        wire.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    static void answersNoContent() {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
    }

    static String sent() {
        return SentRequest.last(wire);
    }
}
