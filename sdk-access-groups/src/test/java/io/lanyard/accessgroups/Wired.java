// Access groups, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.accessgroups;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.lanyard.contracts.SentRequest;
import io.lanyard.contracts.WatchedWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IamId;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

abstract class Wired {

    static final AccountId ACCOUNT = AccountId.of("0123456789abcdef0123456789abcdef");
    static final AccessGroupId GROUP = AccessGroupId.of("AccessGroupId-1");
    static final IamId ADA = IamId.of("IBMid-550000AAAA");
    static final IamId ROBOT = IamId.of("iam-ServiceId-1");
    static final IamId PROFILE = IamId.of("iam-Profile-1");

    @RegisterExtension
    static final WireMockExtension wire = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().extensions(WatchedWireMock.requests()))
            .build();

    private IbmCloud cloud;
    AccessGroupsClient accessGroups;

    @BeforeEach
    void connect() {
        cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .endpoint("iam", wire.baseUrl())
                .attempts(1));
        accessGroups = new AccessGroupsClient(cloud);
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
                        .withHeader("ETag", "1-aa")
                        .withBody(body)));
    }

    static void answersNothing(int status) {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    static String sent() {
        return SentRequest.last(wire);
    }
}
