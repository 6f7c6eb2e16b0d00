// Access groups, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.accessgroups;

import io.lanyard.contracts.OverWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IamId;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

abstract class Wired extends OverWireMock {

    static final AccountId ACCOUNT = AccountId.of("0123456789abcdef0123456789abcdef");
    static final AccessGroupId GROUP = AccessGroupId.of("AccessGroupId-1");
    static final IamId ADA = IamId.of("IBMid-550000AAAA");
    static final IamId ROBOT = IamId.of("iam-ServiceId-1");
    static final IamId PROFILE = IamId.of("iam-Profile-1");

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
}
