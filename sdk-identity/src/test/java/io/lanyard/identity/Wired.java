// Identity, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.identity;

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
    static final IamId ROBOT = IamId.of("iam-ServiceId-1");

    private IbmCloud cloud;
    IdentityClient identity;

    @BeforeEach
    void connect() {
        cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .endpoint("iam", wire.baseUrl())
                .endpoint("user-management", wire.baseUrl())
                .attempts(1));
        identity = new IdentityClient(cloud);
    }

    @AfterEach
    void hangUp() {
        cloud.close();
    }

    static void answersNoContent() {
        answersNothing(204);
    }

    /** A service ID as the service tells it, with all that can be asked for. */
    static final String SERVICE_ID = """
            {
              "context": {"transaction_id": "t-1", "operation": "op", "user_agent": "ua", "url": "https://iam.cloud.ibm.com",
                "instance_id": "i-1", "thread_id": "th-1", "host": "h-1", "start_time": "s", "end_time": "e",
                "elapsed_time": "12", "cluster_name": "c-1"},
              "id": "ServiceId-1",
              "iam_id": "iam-ServiceId-1",
              "entity_tag": "1-aa",
              "crn": "crn:v1:bluemix:public:iam-identity::a/0123456789abcdef0123456789abcdef::serviceid:ServiceId-1",
              "locked": false,
              "created_at": "2024-10-04T14:05+0000",
              "modified_at": "2024-10-05T09:00+0000",
              "account_id": "0123456789abcdef0123456789abcdef",
              "group_id": "group-1",
              "name": "think-registry-demo",
              "description": "pulls images in CI",
              "unique_instance_crns": ["crn:v1:bluemix:public:cloud-object-storage:global:a/0123::instance::"],
              "history": [{"timestamp": "2024-10-04T14:05+0000", "iam_id": "IBMid-1", "iam_id_account": "acc",
                "action": "CREATE", "params": ["a", "b"], "message": "created"}],
              "activity": {"last_authn": "2024-10-06T10:00+0000", "authn_count": 3},
              "something_new": {"nobody": ["knows", "it"]}
            }
            """;

    /** As little of a service ID as the service may tell. */
    static final String PLAIN_SERVICE_ID = """
            {
              "id": "ServiceId-1", "iam_id": "iam-ServiceId-1", "entity_tag": "1-aa",
              "crn": "crn:v1:bluemix:public:iam-identity::a/0123456789abcdef0123456789abcdef::serviceid:ServiceId-1",
              "locked": false, "created_at": "2024-10-04T14:05+0000", "modified_at": "2024-10-04T14:05+0000",
              "account_id": "0123456789abcdef0123456789abcdef", "name": "think-registry-demo"
            }
            """;

    /** An API key as the service tells it at its creation. */
    static final String API_KEY = """
            {
              "id": "ApiKey-1",
              "entity_tag": "1-aa",
              "crn": "crn:v1:bluemix:public:iam-identity::a/0123456789abcdef0123456789abcdef::apikey:ApiKey-1",
              "locked": false,
              "disabled": false,
              "created_at": "2024-10-04T14:05+0000",
              "created_by": "IBMid-1",
              "modified_at": "2024-10-04T14:05+0000",
              "name": "think-registry-demo-key",
              "support_sessions": false,
              "action_when_leaked": "none",
              "expires_at": "2049-01-02T18:30:00+0000",
              "description": "for CI",
              "iam_id": "iam-ServiceId-1",
              "account_id": "0123456789abcdef0123456789abcdef",
              "apikey": "the-secret-value"
            }
            """;
}
