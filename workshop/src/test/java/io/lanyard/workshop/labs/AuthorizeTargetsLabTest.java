package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Scene.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One play, looked at from all sides: a broker takes seconds to start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorizeTargetsLabTest {
    private static final String POLICIES = "/v1/policies";
    private static final String NOT_VALID =
            "Your request to test a target has failed because the target details are not valid. The service could not"
                    + " write to the ";
    private static final String BUCKET = NOT_VALID
            + "Cloud Object Storage bucket that is configured. {'error_code':'403','error_message':'Access Denied'}";
    private static final String TOPIC = NOT_VALID + "Event Streams topic that is configured.";
    private static final String LOG = NOT_VALID + "IBM Cloud Logs instance that is configured.";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    private final WireMockFront front;
    private final TargetsPlay targets;
    private final LabPlay play;
    private final String account;

    AuthorizeTargetsLabTest(Sandbox sandbox, WireMockFront front) {
        this.front = front;
        this.account = sandbox.account().id().value();
        this.targets = TargetsPlay.of(sandbox, front);
        this.play = targets.play();
    }

    @Test
    void goesFromThreeRefusalsToEventsInThreePlacesAndLeavesNothing() {
        assertThat(play.troubles()).isEmpty();
        assertThat(play.report().stepsDone()).isEqualTo(10);
        assertThat(play.report().leftBehind()).isEmpty();
        targets.leftNothing();
    }

    @Test
    void isRefusedInTheWordsOfIbm() {
        assertThat(play.refusals())
                .extracting(Refusal::sentence)
                .filteredOn(sentence -> sentence.startsWith("Your request"))
                .containsExactly(BUCKET, TOPIC, LOG, BUCKET, BUCKET, TOPIC, BUCKET, BUCKET);
        assertThat(play.refusals())
                .extracting(Refusal::status)
                .containsExactly(400, 400, 400, 400, 400, 400, 403, 400, 403, 400);
    }

    @Test
    void saysWhyEachTime() {
        var why = play.reasons();
        assertThat(play.explanations()).extracting(Explanation::effect).containsOnly("Deny");
        assertThat(why).hasSize(11);
        assertThat(why.subList(0, 3)).allMatch(reasons -> reasons.startsWith("no authorization in account"));
        assertThat(why.get(3)).contains("Object Reader does not hold cloud-object-storage.object.put");
        assertThat(why.get(4)).contains("it is for bucket other-logs-", "not for bucket audit-logs-");
        assertThat(why.get(5)).contains("it is for topic, not for cluster");
        assertThat(why.get(6)).contains("Reader does not hold iam.policy.create");
        assertThat(why.get(7)).contains("it was created in account", "it has no effect there");
        assertThat(why.get(8)).contains("0 policies name this user");
        assertThat(why.get(9)).contains("its source is atracker of account", "the one that asks is of account");
        assertThat(why.get(10)).contains("none permits this");
        assertThat(play.explanations().stream().flatMap(explanation -> explanation.fixes().stream()))
                .anyMatch(fix ->
                        fix.matches("in account .*, authorize atracker of account .* as Object Writer on bucket .*"))
                .anyMatch(fix -> fix.contains("as Reader on cluster of instance"))
                .anyMatch(fix -> fix.contains("as Sender on logs"));
        assertThat(play.explanations().get(8).fixes())
                .singleElement()
                .asString()
                .startsWith("have it created in account ")
                .contains("by its owner or whoever is Administrator on bucket partner-logs-");
    }

    @Test
    void authorizesAsTheGuidesSay() {
        calls(1, policy("ObjectReader", "audit-logs-.*"));
        calls(1, policy("ObjectWriter", "other-logs-.*"));
        calls(2, policy("ObjectWriter", "audit-logs-.*")); // the second one gives it back
        calls(2, policy("Writer", "audit")); // the second one finds that it is there
        calls(1, policy("Reader").withRequestBody(matchingJsonPath("$..[?(@.value == 'cluster')]")));
        calls(2, policy("Sender")); // the first one by somebody who may not
        calls(3, policy("ObjectWriter", "partner-logs-.*")); // from here, without a source, and right
        calls(
                2,
                policy("ObjectWriter", "partner-logs-.*")
                        .withRequestBody(matchingJsonPath(
                                "$.subjects[?(@.attributes[*].value contains '%s')]".formatted(account))));
    }

    @Test
    void createsEachTargetFromServiceToService() {
        calls(4, target("audit-bucket", "$.cos_endpoint[?(@.service_to_service_enabled == true)]"));
        calls(3, target("audit-topic", "$.eventstreams_endpoint[?(@.service_to_service_enabled == true)]"));
        calls(2, target("audit-log", "$.cloudlogs_endpoint.target_crn"));
        calls(3, target("partner-bucket", "$.cos_endpoint[?(@.service_to_service_enabled == true)]"));
        calls(1, postRequestedFor(urlPathMatching("/api/v2/targets/[^/]+/validate")));
        calls(4, deleteRequestedFor(urlPathMatching("/api/v2/targets/[^/]+")));
    }

    @Test
    void routesGlobalEventsAndReadsThemWhereTheyArrive() {
        calls(
                1,
                postRequestedFor(urlPathEqualTo("/api/v2/routes"))
                        .withRequestBody(matchingJsonPath("$.rules[0].locations[0]", equalTo("global")))
                        .withRequestBody(matchingJsonPath("$.rules[0].target_ids[2]")));
        front.iam().verify(postRequestedFor(urlPathMatching("/logs/[^/]+/v1/query")));
        front.storage().verify(putRequestedFor(urlPathMatching("/audit-logs-" + account + "/?")));
        front.storage().verify(getRequestedFor(urlPathMatching("/audit-logs-" + account + "/.+")));
        assertThat(facts())
                .contains(
                        new Fact("header type", "audit"),
                        new Fact("header account", account),
                        new Fact("header region", "us-south"),
                        new Fact("header location", "global"),
                        new Fact("application", "ibm-audit-event"),
                        new Fact("subsystem", "iam-identity"),
                        new Fact("message", "IAM Identity Service: create account-serviceid think-audit-demo"));
        assertThat(facts().stream().filter(fact -> fact.name().equals("object")))
                .hasSize(3)
                .allMatch(fact -> fact.value()
                        .matches(account
                                + "/us-south/[-0-9]+T\\d\\d/[-0-9]+T\\d\\d:\\d\\d\\+\\d\\d_[-0-9a-f]{36}\\.log"));
    }

    @Test
    void theTargetSaysThatItIsNotWrittenToAnyMore() {
        assertThat(facts()).contains(new Fact("target", "audit-bucket"), new Fact("write status", "failed"));
        assertThat(facts().stream().filter(fact -> fact.name().equals("reason")))
                .singleElement()
                .extracting(Fact::value)
                .asString()
                .startsWith("The service could not write to the Cloud Object Storage bucket that is configured.");
        assertThat(play.events().toString())
                .contains("Nobody keeps them for later.")
                .doesNotContain("Lost since: 0");
    }

    @Test
    void showsNoSecret(Sandbox sandbox) {
        assertThat(play.events().toString())
                .doesNotContain(sandbox.account().ownerKey().reveal())
                .doesNotContain(targets.variables().getOrDefault("LANYARD_PARTNER_API_KEY", "?"));
    }

    private List<Fact> facts() {
        return play.tables().stream().flatMap(List::stream).toList();
    }

    private static RequestPatternBuilder policy(String role) {
        return postRequestedFor(urlPathEqualTo(POLICIES))
                .withRequestBody(matchingJsonPath("$.type", equalTo("authorization")))
                .withRequestBody(matchingJsonPath("$.roles[0].role_id", matching(".*:" + role)));
    }

    private static RequestPatternBuilder policy(String role, String resource) {
        return policy(role)
                .withRequestBody(matchingJsonPath(
                        "$.resources[0].attributes[?(@.name == 'resource')].value",
                        matching("(?s).*" + resource + ".*")));
    }

    private static RequestPatternBuilder target(String name, String path) {
        return postRequestedFor(urlPathEqualTo("/api/v2/targets"))
                .withRequestBody(matchingJsonPath("$.name", equalTo(name)))
                .withRequestBody(matchingJsonPath(path));
    }

    private void calls(int times, RequestPatternBuilder call) {
        front.iam().verify(times, call);
    }
}
