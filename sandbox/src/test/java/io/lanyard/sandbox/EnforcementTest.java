// Room: sandbox / tests. Policies decide, and a denial can say why.
package io.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.state.SandboxClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnforcementTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));

    private String owner = "";
    private String ada = "";
    private String robot = "";

    @BeforeEach
    void anOwnerAMemberAndAServiceId(Sandbox sandbox, SandboxAccount account) {
        owner = Http.token(sandbox, account.ownerKey().reveal());
        ada = Http.token(sandbox, account.members().get(0).key().reveal());
        var created = Http.jsonAs(owner, "POST", sandbox.url() + "/v1/serviceids/", """
                {"account_id":"%s","name":"robot"}""".formatted(account.id()));
        robot = sandbox.url() + "/v1/serviceids/" + created.json().get("id").getAsString();
    }

    @Test
    void aDenialSaysWhy(Sandbox sandbox, SandboxAccount account) {
        var policy = grant(sandbox, account, "Viewer", "container-registry");

        var denied = Http.getAs(ada, robot);

        assertThat(denied.status()).isEqualTo(403);
        var why = Http.get(sandbox.url() + denied.header("Sandbox-Decision")).json();
        var decision = why.getAsJsonArray("decisions").get(0).getAsJsonObject();
        assertThat(decision.get("decision").getAsString()).isEqualTo("Deny");
        assertThat(decision.get("action").getAsString()).isEqualTo("iam-identity.serviceid.get");
        assertThat(decision.getAsJsonObject("details")
                        .getAsJsonArray("candidates")
                        .toString())
                .contains(policy)
                .contains("\"attribute\":\"serviceName\"", "container-registry", "iam-identity");
        assertThat(sandbox.decision(denied.header("Transaction-Id")).get(0).explain())
                .contains("serviceName");
    }

    @Test
    void aPolicyCountsFromTheNextRequestOnAndNoLongerOnceItIsGone(Sandbox sandbox, SandboxAccount account) {
        assertThat(Http.getAs(ada, robot).status()).isEqualTo(403);

        var policy = grant(sandbox, account, "Viewer", "iam-identity");
        assertThat(Http.getAs(ada, robot).status()).isEqualTo(200);

        Http.jsonAs(owner, "DELETE", sandbox.url() + "/v1/policies/" + policy, "");
        assertThat(Http.getAs(ada, robot).status()).isEqualTo(403);
    }

    @Test
    void aTokenEndsWithTheClock(SandboxClock clock) {
        assertThat(Http.getAs(owner, robot).status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(61));

        assertThat(Http.getAs(owner, robot).status()).isEqualTo(401);
    }

    @Test
    void aSuspendedUserMayNothing(SandboxAccount account) {
        var state = account.state();
        state.users()
                .put(
                        account.owner().value(),
                        state.users()
                                .find(account.owner().value())
                                .orElseThrow()
                                .in("SUSPENDED"));

        assertThat(Http.getAs(owner, robot).status()).isEqualTo(403);
    }

    @Test
    void aSuspendedUserListsNothing(Sandbox sandbox, SandboxAccount account) {
        var mine = sandbox.url() + "/v1/serviceids/?account_id=" + account.id();
        assertThat(Http.getAs(ada, mine).status()).isEqualTo(200);

        var users = account.state().users();
        var adasId = account.members().get(0).iamId().value();
        users.put(adasId, users.find(adasId).orElseThrow().in("SUSPENDED"));

        assertThat(Http.getAs(ada, mine).status()).isEqualTo(403);
        assertThat(Http.getAs(ada, sandbox.url() + "/v1/policies?account_id=" + account.id())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theTokenOfADeletedServiceIdMayNothing(Sandbox sandbox, SandboxAccount account) {
        var iamId = "iam-" + robot.substring(robot.lastIndexOf('/') + 1);
        var key = Http.jsonAs(owner, "POST", sandbox.url() + "/v1/apikeys", """
                {"name":"key","iam_id":"%s"}""".formatted(iamId));
        var token = Http.token(sandbox, key.json().get("apikey").getAsString());
        var another = """
                {"account_id":"%s","name":"another"}""".formatted(account.id());
        assertThat(Http.jsonAs(token, "POST", sandbox.url() + "/v1/serviceids/", another)
                        .status())
                .isEqualTo(201);

        Http.jsonAs(owner, "DELETE", robot, "");

        var refused = Http.jsonAs(token, "POST", sandbox.url() + "/v1/serviceids/", another);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(sandbox.decision(refused.header("Transaction-Id")).get(0).explain())
                .contains(iamId, "deleted");
        assertThat(Http.getAs(token, sandbox.url() + "/v1/serviceids/?account_id=" + account.id())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void explainsWhatWasNotAskedYet(Sandbox sandbox, SandboxAccount account) {
        var answer = Http.send(
                        "POST",
                        sandbox.url() + "/sandbox/v1/authz",
                        """
                {"subject":"%s","action":"container-registry.image.pull",
                 "resource":{"accountId":"%s","serviceName":"container-registry","region":"us-south"}}""".formatted(account.members().get(0).iamId(), account.id()),
                        "Content-Type",
                        "application/json")
                .json();

        assertThat(answer.get("decision").getAsString()).isEqualTo("Deny");
        assertThat(answer.getAsJsonObject("details").getAsJsonArray("fixes")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000", "crn-crn:v1:x"})
    void whoeverIsAskedAboutMustBeAnIdentity(String subject, Sandbox sandbox, SandboxAccount account) {
        var answer = Http.send(
                "POST",
                sandbox.url() + "/sandbox/v1/authz",
                """
                {"subject":"%s","action":"iam.policy.read","resource":{"accountId":"%s"}}""".formatted(subject, account.id()),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("'subject' is no IAM id");
    }

    @Test
    void aDenialIsAFailureInTheJournalWithoutTheCallersName(Sandbox sandbox, SandboxAccount account) {
        var denied = Http.jsonAs(ada, "DELETE", robot, "");

        var events = sandbox.events(account.id());
        var event = events.get(events.size() - 1);
        assertThat(denied.status()).isEqualTo(403);
        assertThat(event.action()).isEqualTo("iam-identity.account-serviceid.delete");
        assertThat(event.outcome()).isEqualTo("failure");
        assertThat(event.severity()).isEqualTo("critical");
        assertThat(event.message()).isEqualTo("IAM Identity Service: delete account-serviceid robot -failure");
        assertThat(event.initiator().name()).isEmpty();
        assertThat(event.initiator().id())
                .isEqualTo(account.members().get(0).iamId().value());
        assertThat(event.correlationId()).isEqualTo(denied.header("Transaction-Id"));
    }

    private String grant(Sandbox sandbox, SandboxAccount account, String role, String service) {
        var answer = Http.jsonAs(owner, "POST", sandbox.url() + "/v1/policies", """
                {"type":"access",
                 "subjects":[{"attributes":[{"name":"iam_id","value":"%s"}]}],
                 "roles":[{"role_id":"crn:v1:bluemix:public:iam::::role:%s"}],
                 "resources":[{"attributes":[{"name":"accountId","value":"%s"},{"name":"serviceName","value":"%s"}]}]}""".formatted(
                        account.members().get(0).iamId(), role, account.id(), service));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").getAsString();
    }
}
