// Audit, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.lanyard.contracts.OverWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

abstract class Wired extends OverWireMock {

    static final AccountId OURS = AccountId.of("0123456789abcdef0123456789abcdef");
    static final AccountId THEIRS = AccountId.of("fedcba9876543210fedcba9876543210");
    static final Crn STORE = Crn.of("cloud-object-storage", "global", OURS, "store-1", "", "");
    static final Crn STREAMS = Crn.of("messagehub", "us-south", OURS, "streams-1", "", "");
    static final Crn LOGS = Crn.of("logs", "eu-de", OURS, "logs-1", "", "");

    IbmCloud cloud;
    AuditClient audit;

    @BeforeEach
    void connect() {
        cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .endpoint("iam", wire.baseUrl())
                .endpoint("atracker", wire.baseUrl())
                .endpoint("logs", wire.baseUrl())
                .endpoint("logs-ingress", wire.baseUrl())
                .attempts(1));
        audit = new AuditClient(cloud);
    }

    @AfterEach
    void hangUp() {
        cloud.close();
    }

    static void streams(String body) {
        wire.stubFor(any(anyUrl()).willReturn(stream(body)));
    }

    static ResponseDefinitionBuilder stream(String body) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body);
    }
}
