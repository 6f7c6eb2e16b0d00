// Audit, tests: what services tell of what happened, in full, in part, and in odd shapes.
package io.lanyard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.AccountId;
import io.lanyard.core.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventTest {

    static final String EVENT = """
            {"action":"iam-identity.account-serviceid.update","outcome":"failure","severity":"critical",
             "eventTime":"2026-07-31T10:00:00.12+0000","correlationId":"c-1","id":"e-1",
             "message":"IAM Identity Service: update account-serviceid robot -failure","dataEvent":false,
             "saveServiceCopy":true,"observer":{"name":"ActivityTracker"},
             "logSourceCRN":"crn:v1:bluemix:public:iam-identity:eu-de:a/0123456789abcdef0123456789abcdef:::",
             "reason":{"reasonCode":403,"reasonType":"Forbidden","reasonForFailure":"locked"},
             "initiator":{"id":"IBMid-1","name":"ada@example.com","typeURI":"service/security/account/user","authnId":"IBMid-2",
               "authnName":"grace@example.com","credential":{"type":"apikey"},
               "host":{"address":"203.0.113.7","addressType":"IPv4","agent":"curl"}},
             "target":{"id":"crn:v1:x","name":"robot","alias":"r","typeURI":"iam-identity/account-serviceid",
               "resourceGroupId":"g-1","host":{"address":"iam.cloud.ibm.com"}},
             "requestData":{"lock":true,"prev_instance_name":"robot","nothing":null,"deep":{"list":[1]}},
             "responseData":"{\\"decision\\":\\"Deny\\"}","somethingNew":{}}
            """;

    @Test
    void readsEveryField() {
        var event = AuditEvent.read(EVENT).orElseThrow();

        assertThat(event.action()).isEqualTo("iam-identity.account-serviceid.update");
        assertThat(event.eventTime()).isEqualTo(Instant.parse("2026-07-31T10:00:00.12Z"));
        assertThat(event.outcome()).contains(Outcome.FAILURE);
        assertThat(event.severity()).contains(Severity.CRITICAL);
        assertThat(event.message()).hasValueSatisfying(text -> assertThat(text).endsWith("-failure"));
        assertThat(event.id()).contains("e-1");
        assertThat(event.correlationId()).contains("c-1");
        assertThat(event.dataEvent()).contains(false);
        assertThat(event.saveServiceCopy()).contains(true);
        assertThat(event.observer().orElseThrow().name()).contains("ActivityTracker");
        assertThat(event.account()).contains(AccountId.of("0123456789abcdef0123456789abcdef"));
        assertThat(event.location()).isEqualTo(Location.EU_DE);
        var reason = event.reason().orElseThrow();
        assertThat(reason.reasonCode()).contains(403);
        assertThat(reason.reasonType()).contains("Forbidden");
        assertThat(reason.reasonForFailure()).contains("locked");
        var initiator = event.initiator().orElseThrow();
        assertThat(initiator.id()).contains("IBMid-1");
        assertThat(initiator.name()).contains("ada@example.com");
        assertThat(initiator.typeUri()).contains("service/security/account/user");
        assertThat(initiator.authnId()).contains("IBMid-2");
        assertThat(initiator.authnName()).contains("grace@example.com");
        assertThat(initiator.credential().orElseThrow().type()).contains("apikey");
        assertThat(initiator.host().orElseThrow().address()).contains("203.0.113.7");
        assertThat(initiator.host().orElseThrow().addressType()).contains("IPv4");
        assertThat(initiator.host().orElseThrow().agent()).contains("curl");
        var target = event.target().orElseThrow();
        assertThat(target.id()).contains("crn:v1:x");
        assertThat(target.name()).contains("robot");
        assertThat(target.alias()).contains("r");
        assertThat(target.typeUri()).contains("iam-identity/account-serviceid");
        assertThat(target.resourceGroupId()).contains("g-1");
        assertThat(target.host().orElseThrow().address()).contains("iam.cloud.ibm.com");
    }

    @Test
    void looksIntoDataHoweverItIsTold() {
        var event = AuditEvent.read(EVENT).orElseThrow();
        var asked = event.requestData().orElseThrow();

        assertThat(asked.text("lock")).contains("true");
        assertThat(asked.text("deep", "list")).contains("[1]");
        assertThat(asked.text("deep", "list", "x")).isEmpty();
        assertThat(asked.text("nothing")).isEmpty();
        assertThat(asked.text("nobody")).isEmpty();
        assertThat(event.responseData().orElseThrow().text("decision")).contains("Deny");
        assertThat(EventData.of("plain words").text()).contains("plain words");
        assertThat(EventData.of("{\"a\":1}"))
                .isEqualTo(EventData.of("{ \"a\" : 1 }"))
                .hasSameHashCodeAs(EventData.of("{\"a\":1}"))
                .hasToString("{\"a\":1}");
    }

    @Test
    void keepsWhatIsNamedNowhere() {
        var event = AuditEvent.read(EVENT.replace("\"agent\":\"curl\"", "\"agent\":\"curl\",\"zone\":{\"id\":7}")
                        .replace("\"somethingNew\":{}", "\"somethingNew\":{\"a\":null},\"others\":\"too\""))
                .orElseThrow();

        assertThat(event.others().names()).containsExactly("somethingNew", "others");
        assertThat(event.others().text("others")).contains("too");
        assertThat(event.initiator().orElseThrow().host().orElseThrow().others().text("zone", "id"))
                .contains("7");
        assertThat(event.target().orElseThrow().others().names()).isEmpty();
        assertThat(Json.write(event))
                .contains("\"zone\":{\"id\":7}", "\"somethingNew\":{\"a\":null}", "\"others\":\"too\"");
    }

    @Test
    void survivesARoundTrip() {
        var event = AuditEvent.read(EVENT).orElseThrow();

        assertThat(AuditEvent.read(Json.write(event))).contains(event);
    }

    @Test
    void readsAsLittleAsAServiceMayTell() {
        var event = AuditEvent.read("{\"action\":\"a.b.c\",\"eventTime\":\"2026-07-31T10:00:00.00+0000\"}")
                .orElseThrow();

        assertThat(event.account()).isEmpty();
        assertThat(event.location()).isEqualTo(Location.GLOBAL);
        assertThat(event.initiator()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "it rains",
                "[]",
                "{\"action\":\"a.b.c\"}",
                "{\"action\":\"a.b.c\",\"eventTime\":\"soon\"}",
                "{\"action"
            })
    void isNoneWhenItIsNone(String text) {
        assertThat(AuditEvent.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crn",
                "crn:v1:bluemix",
                "crn:v1:bluemix:public:x::a/:::",
                "crn:v1:bluemix:public:x::o/org:::",
                "a:b:c:d:e:f:a/"
            })
    void takesNoAccountFromWhatIsNoCrn(String crn) {
        assertThat(CrnText.account(crn)).isEmpty();
    }
}
