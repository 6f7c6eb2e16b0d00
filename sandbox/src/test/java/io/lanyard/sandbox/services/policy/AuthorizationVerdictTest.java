// Room: sandbox / policy management, tests. What a service may, and what is said when it may not.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.policy.Bodies.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationVerdictTest extends AuthorizationScene {
    private ServiceInstance store;
    private SandboxAccount partner;

    @BeforeEach
    void fill() {
        store = store();
        partner = sandbox.newAccount(seed -> {});
    }

    @Test
    void noAuthorization() {
        fixes(
                put(account.state(), store, "audit-logs"),
                "no authorization in account " + accountId + " concerns atracker",
                "fix: in account " + accountId + ", authorize atracker of account " + accountId
                        + " as Object Writer on bucket audit-logs of instance " + store.guid());
    }

    @Test
    void wrongRole() {
        authorize(owner, v1(READER, onBucket("audit-logs")));

        fixes(
                put(account.state(), store, "audit-logs"),
                "Reader does not hold cloud-object-storage.object.put",
                "fix: add Object Writer to authorization");
    }

    @Test
    void wrongBucket() {
        authorize(owner, v1(OBJECT_WRITER, onBucket("audit-log")));

        fixes(
                put(account.state(), store, "audit-logs"),
                "it is for bucket audit-log, not for bucket audit-logs",
                "as Object Writer on bucket audit-logs");
    }

    @Test
    void wrongSourceAccount() {
        authorize(owner, v1(OBJECT_WRITER, onBucket("audit-logs")));
        String theirs = partner.id().value();

        fixes(
                put(partner.state(), store, "audit-logs"),
                "its source is atracker of account " + accountId + ", the one that asks is of account " + theirs,
                "fix: in account " + accountId + ", authorize atracker of account " + theirs);
    }

    @Test
    void inTheAccountOfTheSource() {
        String theirs = partner.id().value();
        var misplaced = Actor.owner(sandbox, partner)
                .post(
                        V1,
                        v1(
                                array(json("role_id", OBJECT_WRITER)),
                                new String[] {"accountId", theirs, "serviceName", "atracker"},
                                "serviceName",
                                "cloud-object-storage",
                                "serviceInstance",
                                store.guid()));
        assertThat(misplaced.status()).as(misplaced.text()).isEqualTo(201);

        fixes(
                put(partner.state(), store, "audit-logs"),
                "it was created in account " + theirs + ", and the target is in account " + accountId
                        + ": it has no effect there",
                "fix: in account " + accountId + ", authorize atracker of account " + theirs);
    }

    @Test
    void aSourceInAResourceGroupIsKnownByItsInstance() {
        var tracker = instance("messagehub-standard", "us-south");
        var group = ResourcePart.of(account.state()).defaultGroup().id();
        authorize(
                owner,
                v1(
                        array(json("role_id", OBJECT_WRITER)),
                        new String[] {"accountId", accountId, "serviceName", "messagehub", "resourceGroupId", group},
                        onBucket("audit-logs")));

        assertThat(asks(tracker.crn(), account.state(), store, "audit-logs", PUT)
                        .permitted())
                .isTrue();
        fixes(
                asks(
                        "crn:v1:bluemix:public:messagehub:us-south:a/" + accountId + ":::",
                        account.state(),
                        store,
                        "audit-logs",
                        PUT),
                "its source are instances in resource group " + group + ", the one that asks is in none that is known",
                "authorize messagehub of account " + accountId);
    }

    @Test
    void aPolicyOfAnIdentityIsNothingToAService() {
        String crn = "crn:v1:bluemix:public:atracker:us-south:a/" + accountId + ":::";
        assertThat(owner.post(V2, Bodies.v2("crn-" + crn, OBJECT_WRITER, onBucket("audit-logs")))
                        .status())
                .isEqualTo(201);

        assertThat(put(account.state(), store, "audit-logs").permitted()).isFalse();
    }

    private String[] onBucket(String bucket) {
        return new String[] {
            "accountId",
            accountId,
            "serviceName",
            "cloud-object-storage",
            "serviceInstance",
            store.guid(),
            "resourceType",
            "bucket",
            "resource",
            bucket
        };
    }

    private static void authorize(Actor who, com.google.gson.JsonObject body) {
        var made = who.post(V1, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    /** Holds what is said against what is wrong, and each proposal against the answer that it turns. */
    private void fixes(Verdict verdict, String why, String fix) {
        assertThat(verdict.permitted()).isFalse();
        assertThat(verdict.explain()).contains(why).contains(fix);
        var decision = verdict.decision().orElseThrow();
        var rules = AccessRules.of(account.state()).snapshot();
        assertThat(decision.fixes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(
                                change.applyTo(rules).decide(decision.request()).permitted())
                        .isTrue());
        var shown = JsonParser.parseString(
                owner.get("/sandbox/v1/decisions/" + verdict.transactionId()).text());
        assertThat(shown.toString()).contains("\"fixes\":[{");
    }
}
