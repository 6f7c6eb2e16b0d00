// Policy tests: what somebody reads whose service was told that it may not.
package io.lanyard.policy.decision;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.AUTHORIZATION_DELEGATOR;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.SENDER;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.decision.Fixture.ACCOUNT;
import static io.lanyard.policy.decision.Fixture.OTHER_ACCOUNT;
import static io.lanyard.policy.decision.Fixture.with;
import static io.lanyard.policy.decision.Request.mayService;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.Resource;
import io.lanyard.policy.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizationExplainTest {
    private static final String OURS = ACCOUNT.value();
    private static final String THEIRS = OTHER_ACCOUNT.value();
    private static final String QUESTION = "may atracker of account " + OURS
            + " do cloud-object-storage.object.put on bucket audit-logs of instance cos1 in global?  Deny\n";
    private static final String FIX = "\nfix: in account " + OURS + ", authorize atracker of account " + OURS
            + " as Object Writer on bucket audit-logs of instance cos1";
    private static final Subject ACTIVITY_TRACKER = Subject.service("atracker", ACCOUNT);

    @Test
    void noAuthorization() {
        assertThat(why(Fixture.empty(), ACCOUNT))
                .startsWith(
                        QUESTION + "no authorization in account " + OURS + " concerns atracker: what one service may do"
                                + " on another, only an authorization in the account of the target says" + FIX);
    }

    @Test
    void wrongRole() {
        var account = with(grant(READER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));

        assertThat(why(account, ACCOUNT))
                .startsWith(QUESTION + "1 authorization in account " + OURS
                        + " concerns atracker; it does not permit this:\n"
                        + "  authorization p1 lets atracker of account " + OURS
                        + " act as Reader on bucket audit-logs of instance cos1:"
                        + " Reader does not hold cloud-object-storage.object.put\n"
                        + "fix: add Object Writer to authorization p1, which lets atracker of account " + OURS
                        + " act as Reader on bucket audit-logs of instance cos1");
    }

    @Test
    void aRoleOfAnotherService() {
        var account = with(grant(SENDER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));

        assertThat(why(account, ACCOUNT)).contains(": the service has no role Sender\nfix: add Object Writer to");
    }

    @Test
    void wrongBucketAndWrongRoleAreBothTold() {
        var account = with(grant(READER).on(bucket("other")).toService(ACTIVITY_TRACKER));

        assertThat(why(account, ACCOUNT))
                .contains("act as Reader on bucket other of instance cos1:"
                        + " Reader does not hold cloud-object-storage.object.put;"
                        + " it is for bucket other, not for bucket audit-logs" + FIX);
    }

    @Test
    void wrongInstance() {
        var account = with(grant(OBJECT_WRITER)
                .on(service("cloud-object-storage", ACCOUNT).instance("cos2"))
                .toService(ACTIVITY_TRACKER));

        assertThat(why(account, ACCOUNT))
                .contains(
                        "cloud-object-storage of instance cos2: it is for instance cos2, not for instance cos1" + FIX);
    }

    @Test
    void anotherServiceIsTheTargetAsInTheSlipOfOneGuide() {
        var account = with(grant(SENDER).on(service("logs", ACCOUNT)).toService(ACTIVITY_TRACKER));

        assertThat(why(account, ACCOUNT)).contains("it is for logs, not for cloud-object-storage" + FIX);
    }

    @Test
    void wrongSourceAccount() {
        var account = with(grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));

        assertThat(why(account, OTHER_ACCOUNT))
                .contains("authorization p1 lets atracker of account " + OURS
                        + " act as Object Writer on bucket audit-logs of instance cos1: its source is atracker of account "
                        + OURS + ", the one that asks is of account " + THEIRS)
                .contains("\nfix: in account " + OURS + ", authorize atracker of account " + THEIRS
                        + " as Object Writer on bucket audit-logs of instance cos1");
    }

    @Test
    void wrongSourceInstanceAndGroup() {
        var instance = with(grant(OBJECT_WRITER)
                .on(bucket("audit-logs"))
                .toService(ACTIVITY_TRACKER.attribute("serviceInstance", "i2")));
        var group = with(grant(OBJECT_WRITER)
                .on(bucket("audit-logs"))
                .toService(new Subject(List.of(
                        Attribute.of("accountId", OURS),
                        Attribute.of("serviceType", "platform_service"),
                        Attribute.of("resourceGroupId", "rg1")))));

        assertThat(why(instance, ACCOUNT))
                .contains("lets atracker, instance i2 of account " + OURS + " act")
                .contains("its source is the instance i2 alone, and no single instance asks");
        assertThat(why(group, ACCOUNT))
                .contains("lets every service in resource group rg1 of account " + OURS + " act")
                .contains("its source are instances in resource group rg1, the one that asks is in none that is known");
    }

    @Test
    void inTheWrongAccount() {
        var misplaced = grant(OBJECT_WRITER)
                .on(service("cloud-object-storage", OTHER_ACCOUNT)
                        .instance("cos1")
                        .resource("bucket", "audit-logs"))
                .toService(Subject.service("atracker", OTHER_ACCOUNT));
        var source = Snapshot.of(OTHER_ACCOUNT, Fixture.ROLES).with(Policy.of(PolicyId.of("p9"), misplaced));
        var denied = (Deny) Fixture.empty().decide(put(OTHER_ACCOUNT));

        var why = denied.lookingInto(source).explain();

        assertThat(why)
                .contains("; elsewhere there is:\n  authorization p9 lets atracker of account " + THEIRS
                        + " act as Object Writer on bucket audit-logs of instance cos1:"
                        + " it was created in account " + THEIRS + ", and the target is in account " + OURS
                        + ": it has no effect there\nfix: in account " + OURS + ", authorize atracker of account "
                        + THEIRS);
        assertThat(denied.explain()).doesNotContain("p9");
    }

    @Test
    void everyFixTurnsTheAnswer() {
        var accounts = List.of(
                Fixture.empty(),
                with(grant(READER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER)),
                with(grant(OBJECT_WRITER).on(bucket("other")).toService(ACTIVITY_TRACKER)),
                with(grant(OBJECT_WRITER)
                        .on(bucket("audit-logs"))
                        .toService(Subject.service("atracker", OTHER_ACCOUNT))));

        for (var account : accounts) {
            var denied = account.decide(put(ACCOUNT));

            assertThat(denied.fixes())
                    .isNotEmpty()
                    .allSatisfy(fix -> assertThat(
                                    fix.applyTo(account).decide(put(ACCOUNT)).permitted())
                            .isTrue());
        }
    }

    @Test
    void passingOnTakesTheRoleForThat() {
        var request = put(ACCOUNT).perform("iam.delegationPolicy.create");
        var account = with(grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));

        var fix = account.decide(request).fixes().get(0);

        assertThat(fix.text()).startsWith("add Authorization Delegator to authorization p1");
        assertThat(fix.grant().roles()).containsExactly(OBJECT_WRITER, AUTHORIZATION_DELEGATOR);
        assertThat(fix.applyTo(account).decide(request).permitted()).isTrue();
    }

    @Test
    void aPermitSaysWhichOne() {
        var account = with(enterprise("enterpriseId"));
        var other = with(enterprise("AccountGroupId"));

        assertThat(account.decide(put(ACCOUNT).caller("enterpriseId", "e1")).explain())
                .contains("Permit\nauthorization p1 lets atracker of enterprise e1 act as Object Writer on bucket");
        assertThat(other.decide(put(ACCOUNT).caller("AccountGroupId", "e1")).explain())
                .contains("lets atracker of account group e1 act");
        assertThat(why(account, ACCOUNT)).contains("its source has enterpriseId e1, the one that asks has none");
    }

    private static Grant enterprise(String key) {
        return grant(OBJECT_WRITER)
                .on(bucket("audit-logs"))
                .toService(new Subject(List.of(Attribute.of("serviceName", "atracker"), Attribute.of(key, "e1"))));
    }

    private static Resource bucket(String name) {
        return service("cloud-object-storage", ACCOUNT).instance("cos1").resource("bucket", name);
    }

    private static Request put(AccountId source) {
        return mayService(Crn.of("atracker", "us-south", source, "", "", ""))
                .perform("cloud-object-storage.object.put")
                .on(bucket("audit-logs"))
                .with("region", "global");
    }

    private static String why(Snapshot account, AccountId source) {
        return account.decide(put(source)).explain();
    }
}
