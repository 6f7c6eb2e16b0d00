package io.lanyard.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies as the services send them: a policy of about 1.4 kB, every second one with a weekly window. */
final class Payloads {

    static final String ACCOUNT = "0123456789abcdef0123456789abcdef";

    private Payloads() {}

    static String token() {
        return """
                {"access_token":"eyJraWQiOiIyMDI2IiwiYWxnIjoiUlMyNTYifQ.e30.c2ln","refresh_token":"not_supported",
                "token_type":"Bearer","expires_in":3600,"expiration":1893456000,"scope":"ibm openid"}""";
    }

    static String page(int policies) {
        return IntStream.range(0, policies)
                .mapToObj(Payloads::policy)
                .collect(Collectors.joining(
                        ",", "{\"limit\":" + policies + ",\"first\":{\"href\":\"/v2/policies\"},\"policies\":[", "]}"));
    }

    static String policy(int n) {
        String id = "%08x-0000-4000-8000-%012x".formatted(n, n);
        return """
                {"id":"%s","type":"access","description":"deploy windows of team %d, reviewed every quarter by the owners",
                "subject":{"attributes":[{"key":"iam_id","operator":"stringEquals","value":"iam-ServiceId-%s"}]},
                "control":{"grant":{"roles":[{"role_id":"crn:v1:bluemix:public:iam::::serviceRole:Reader"},
                {"role_id":"crn:v1:bluemix:public:iam::::role:Viewer"}]}},
                "resource":{"attributes":[{"key":"accountId","operator":"stringEquals","value":"%s"},
                {"key":"serviceName","operator":"stringEquals","value":"container-registry"},
                {"key":"region","operator":"stringEquals","value":"us-south"},
                {"key":"resourceType","operator":"stringEquals","value":"namespace"},
                {"key":"resource","operator":"stringMatch","value":"team-%d-*"}]},%s
                "href":"https://iam.cloud.ibm.com/v2/policies/%s","created_at":"2026-01-02T03:04:05.678Z",
                "created_by_id":"IBMid-550000HFVV","last_modified_at":"2026-02-03T04:05:06.789Z",
                "last_modified_by_id":"IBMid-550000HFVV","state":"active"}""".formatted(id, n, id, ACCOUNT, n, n % 2 == 0 ? WEEKLY : "", id);
    }

    private static final String WEEKLY = """
            "pattern":"time-based-conditions:weekly:custom-hours","rule":{"operator":"and","conditions":[
            {"key":"{{environment.attributes.day_of_week}}","operator":"dayOfWeekAnyOf",
            "value":["1+00:00","2+00:00","3+00:00","4+00:00","5+00:00"]},
            {"key":"{{environment.attributes.current_time}}","operator":"timeGreaterThanOrEquals","value":"09:00:00+00:00"},
            {"key":"{{environment.attributes.current_time}}","operator":"timeLessThanOrEquals","value":"17:00:00+00:00"}]},""";
}
