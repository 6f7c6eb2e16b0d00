// Authorizations, tests: a client whose requests end in WireMock, each held against the contract.
package io.lanyard.authorizations;

import io.lanyard.contracts.OverWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.policy.PolicyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

abstract class Wired extends OverWireMock {

    static final AccountId OURS = AccountId.of("0123456789abcdef0123456789abcdef");
    static final AccountId THEIRS = AccountId.of("fedcba9876543210fedcba9876543210");
    static final PolicyId ID = PolicyId.of("12345678-abcd-4a1a-b1a2-1234567890ab");
    static final Crn STORE = Crn.of("cloud-object-storage", "global", OURS, "store-1", "", "");
    static final Crn STREAMS = Crn.of("messagehub", "us-south", OURS, "streams-1", "", "");
    static final Crn LOGS = Crn.of("logs", "eu-de", OURS, "logs-1", "", "");

    IbmCloud cloud;
    AuthorizationsClient authorizations;

    @BeforeEach
    void connect() {
        cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .endpoint("iam", wire.baseUrl())
                .attempts(1));
        authorizations = new AuthorizationsClient(cloud);
    }

    @AfterEach
    void hangUp() {
        cloud.close();
    }

    /** Activity Tracker, on one bucket, as version 1 tells it. */
    static final String AUTHORIZATION = """
            {"type":"authorization","description":"audit trail",\
            "subjects":[{"attributes":[{"name":"accountId","value":"0123456789abcdef0123456789abcdef"},\
            {"name":"serviceName","value":"atracker"}]}],\
            "roles":[{"role_id":"crn:v1:bluemix:public:iam::::serviceRole:ObjectWriter","display_name":"Object Writer"}],\
            "resources":[{"attributes":[\
            {"name":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
            {"name":"serviceName","operator":"stringEquals","value":"cloud-object-storage"},\
            {"name":"serviceInstance","operator":"stringEquals","value":"store-1"},\
            {"name":"resourceType","operator":"stringEquals","value":"bucket"},\
            {"name":"resource","operator":"stringEquals","value":"audit-logs"}]}],\
            "id":"12345678-abcd-4a1a-b1a2-1234567890ab","state":"active",\
            "href":"https://iam.cloud.ibm.com/v1/policies/12345678-abcd-4a1a-b1a2-1234567890ab",\
            "created_at":"2018-08-30T14:09:09.907Z","created_by_id":"IBMid-1"}""";

    /** The same, as version 2 tells it. */
    static final String AUTHORIZATION_V2 = """
            {"type":"authorization","description":"audit trail",\
            "subject":{"attributes":[{"key":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
            {"key":"serviceName","operator":"stringEquals","value":"atracker"}]},\
            "control":{"grant":{"roles":[{"role_id":"crn:v1:bluemix:public:iam::::serviceRole:ObjectWriter"},\
            {"role_id":"crn:v1:bluemix:public:iam::::serviceRole:AuthorizationDelegator"}]}},\
            "resource":{"attributes":[\
            {"key":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
            {"key":"serviceName","operator":"stringEquals","value":"cloud-object-storage"},\
            {"key":"serviceInstance","operator":"stringEquals","value":"store-1"},\
            {"key":"resourceType","operator":"stringEquals","value":"bucket"},\
            {"key":"resource","operator":"stringEquals","value":"audit-logs"}]},\
            "id":"12345678-abcd-4a1a-b1a2-1234567890ab","state":"active",\
            "href":"https://iam.cloud.ibm.com/v2/policies/12345678-abcd-4a1a-b1a2-1234567890ab"}""";
}
