// Resources, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.resources;

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

    static final AccountId ACCOUNT = AccountId.of("0123456789abcdef0123456789abcdef");
    static final ResourceGroupId GROUP = ResourceGroupId.of("group-1");
    static final InstanceId STORE =
            InstanceId.of("crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:g-1::");
    static final String STORE_SEGMENT = "crn%3Av1%3Abluemix%3Apublic%3Acloud-object-storage%3Aglobal%3A"
            + "a%2F0123456789abcdef0123456789abcdef%3Ag-1%3A%3A";

    @RegisterExtension
    static final WireMockExtension wire = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().extensions(WatchedWireMock.requests()))
            .build();

    private IbmCloud cloud;
    ResourcesClient resources;

    @BeforeEach
    void connect() {
        cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .endpoint("resource-manager", wire.baseUrl())
                .endpoint("resource-controller", wire.baseUrl())
                .attempts(1));
        resources = new ResourcesClient(cloud);
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

    static void answersNothing(int status) {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    static String sent() {
        return SentRequest.last(wire);
    }
}
