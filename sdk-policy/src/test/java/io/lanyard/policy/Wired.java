package io.lanyard.policy;

import io.lanyard.contracts.OverWireMock;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IamId;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Policy tests: a client whose requests end in WireMock, each held against the contract. */
abstract class Wired extends OverWireMock {
    static final AccountId ACCOUNT = AccountId.of("0123456789abcdef0123456789abcdef");
    static final IamId ROBOT = IamId.of("iam-ServiceId-1");
    static final PolicyId ID = PolicyId.of("12345678-abcd-4a1a-b1a2-1234567890ab");

    private IbmCloud cloud;
    PolicyClient client;

    @BeforeEach
    void connect() {
        cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .endpoint("iam", wire.baseUrl())
                .attempts(1));
        client = new PolicyClient(cloud);
    }

    @AfterEach
    void hangUp() {
        cloud.close();
    }

    static void answersNoContent() {
        answersNothing(204);
    }

    /** A version 2 policy as the service tells it, with all that can be asked for. */
    static final String POLICY_V2 = """
            {"type":"access","description":"deploy windows, OPS-1234",\
            "subject":{"attributes":[{"key":"iam_id","operator":"stringEquals","value":"iam-ServiceId-1"}]},\
            "control":{"grant":{"roles":[{"role_id":"crn:v1:bluemix:public:iam::::serviceRole:Reader",\
            "display_name":"Reader","description":"reads",\
            "actions":[{"id":"container-registry.image.pull","display_name":"pull","description":"Pull images"}]}]}},\
            "resource":{"attributes":[{"key":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
            {"key":"serviceName","operator":"stringEquals","value":"container-registry"},\
            {"key":"region","operator":"stringEquals","value":"us-south"},\
            {"key":"resourceType","operator":"stringEquals","value":"namespace"},\
            {"key":"resource","operator":"stringEquals","value":"my_namespace"}]},\
            "pattern":"time-based-conditions:weekly:custom-hours",\
            "rule":{"operator":"and","conditions":[\
            {"key":"{{environment.attributes.day_of_week}}","operator":"dayOfWeekAnyOf",\
            "value":["1+00:00","2+00:00","3+00:00","4+00:00","5+00:00"]},\
            {"key":"{{environment.attributes.current_time}}","operator":"timeGreaterThanOrEquals","value":"09:00:00+00:00"},\
            {"key":"{{environment.attributes.current_time}}","operator":"timeLessThanOrEquals","value":"17:00:00+00:00"}]},\
            "id":"12345678-abcd-4a1a-b1a2-1234567890ab","state":"active",\
            "href":"https://iam.cloud.ibm.com/v2/policies/12345678-abcd-4a1a-b1a2-1234567890ab",\
            "created_at":"2018-08-30T14:09:09.907Z","created_by_id":"IBMid-1",\
            "last_modified_at":"2018-08-31T14:09:09.000Z","last_modified_by_id":"IBMid-2",\
            "last_permit_at":"2018-09-01T00:00:00.000Z","last_permit_frequency":7,\
            "template":{"id":"t1","version":"1","assignment_id":"a1","root_id":"r1","root_version":"2"}}""";

    /** A version 1 policy as the service tells it. */
    static final String POLICY_V1 = """
            {"type":"access","description":"pulls images",\
            "subjects":[{"attributes":[{"name":"iam_id","value":"iam-ServiceId-1"}]}],\
            "roles":[{"role_id":"crn:v1:bluemix:public:iam::::role:Viewer","display_name":"Viewer","description":"views"}],\
            "resources":[{"attributes":[\
            {"name":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
            {"name":"serviceType","operator":"stringEquals","value":"service"}],\
            "tags":[{"name":"env","operator":"stringMatch","value":"prod*"}]}],\
            "id":"12345678-abcd-4a1a-b1a2-1234567890ab","state":"active",\
            "href":"https://iam.cloud.ibm.com/v1/policies/12345678-abcd-4a1a-b1a2-1234567890ab",\
            "created_at":"2018-08-30T14:09:09.907Z","created_by_id":"IBMid-1",\
            "last_modified_at":"2018-08-31T14:09:09.000Z","last_modified_by_id":"IBMid-2"}""";
}
