// Resources, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.resources;

import io.lanyard.contracts.OverWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

abstract class Wired extends OverWireMock {

    static final AccountId ACCOUNT = AccountId.of("0123456789abcdef0123456789abcdef");
    static final ResourceGroupId GROUP = ResourceGroupId.of("group-1");
    static final InstanceId STORE =
            InstanceId.of("crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:g-1::");
    static final String STORE_SEGMENT = "crn%3Av1%3Abluemix%3Apublic%3Acloud-object-storage%3Aglobal%3A"
            + "a%2F0123456789abcdef0123456789abcdef%3Ag-1%3A%3A";

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
}
