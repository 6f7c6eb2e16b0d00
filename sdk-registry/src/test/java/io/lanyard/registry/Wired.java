// Registry, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.registry;

import io.lanyard.contracts.OverWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

abstract class Wired extends OverWireMock {

    /** What every request but those for messages carries. */
    static final String HEADERS = """

            Account: acc-1
            Authorization: Bearer token""";

    static final ImageRef IMAGE = ImageRef.parse("us.icr.io/my_namespace/hello-world:3.6");
    static final String IMAGE_SEGMENT = "us.icr.io%2Fmy_namespace%2Fhello-world%3A3.6";
    static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

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

    static void answersNoContent() {
        answersNothing(204);
    }
}
