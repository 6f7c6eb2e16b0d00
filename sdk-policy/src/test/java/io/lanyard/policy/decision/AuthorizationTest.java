package io.lanyard.policy.decision;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.decision.Fixture.ACCOUNT;
import static io.lanyard.policy.decision.Fixture.OTHER_ACCOUNT;
import static io.lanyard.policy.decision.Fixture.with;
import static io.lanyard.policy.decision.Request.may;
import static io.lanyard.policy.decision.Request.mayService;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policy tests: service to service. */
class AuthorizationTest {
    private static final Subject ACTIVITY_TRACKER = Subject.service("atracker", ACCOUNT);

    @Test
    void aServiceMayWhatAnAuthorizationSays() {
        var account = with(grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));

        assertThat(account.decide(put(atracker(ACCOUNT), "audit-logs")))
                .isInstanceOfSatisfying(
                        Permit.class, permit -> assertThat(permit.via()).isEqualTo(Permit.Via.AUTHORIZATION));
        assertThat(account.decide(put(atracker(ACCOUNT), "other")).permitted()).isFalse();
        assertThat(account.decide(put(Crn.of("logs", "us-south", ACCOUNT, "i1", "", ""), "audit-logs"))
                        .permitted())
                .isFalse();
    }

    @Test
    void theSourceAccountCounts() {
        var account = with(grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));

        var why = account.decide(put(atracker(OTHER_ACCOUNT), "audit-logs"));

        assertThat(why.permitted()).isFalse();
        assertThat(why.candidates().get(0).failed())
                .extracting(FailedClause::kind)
                .containsExactly(FailedClause.Kind.SUBJECT);
        assertThat(why.explain()).contains("1 authorization in account " + ACCOUNT.value() + " concerns atracker;");
    }

    @Test
    void aSourceInstanceCanBeNamed() {
        var account = with(grant(OBJECT_WRITER)
                .on(bucket("audit-logs"))
                .toService(ACTIVITY_TRACKER.attribute("serviceInstance", "i2")));

        assertThat(account.decide(put(atracker(ACCOUNT), "audit-logs")).permitted())
                .isFalse();
        assertThat(account.decide(put(Crn.of("atracker", "us-south", ACCOUNT, "i2", "", ""), "audit-logs"))
                        .permitted())
                .isTrue();
    }

    @Test
    void aSourceResourceGroupIsKnownFromTheCaller() {
        var source = new Subject(
                List.of(Attribute.of("accountId", ACCOUNT.value()), Attribute.of("resourceGroupId", "rg1")));
        var account = with(grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(source));

        assertThat(account.decide(put(atracker(ACCOUNT), "audit-logs")).permitted())
                .isFalse();
        assertThat(account.decide(put(atracker(ACCOUNT), "audit-logs").caller("resourceGroupId", "rg1"))
                        .permitted())
                .isTrue();
    }

    @Test
    void aServicesIamIdIsItsCrn() {
        var account = with(grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));
        var asIdentity = may(IamId.of("crn-" + atracker(ACCOUNT).value()))
                .perform("cloud-object-storage.object.put")
                .on(bucket("audit-logs"));

        assertThat(account.decide(asIdentity).permitted()).isTrue();
    }

    @Test
    void policiesForIdentitiesDoNotCountForServices() {
        var id = "crn-" + atracker(ACCOUNT).value();
        var account = with(grant(OBJECT_WRITER).to(IamId.of(id)).on(bucket("audit-logs")));

        assertThat(account.decide(put(atracker(ACCOUNT), "audit-logs")).permitted())
                .isFalse();
    }

    @Test
    void authorizationsDoNotCountForIdentities() {
        var account = with(grant(READER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER));

        assertThat(account.decide(may(Fixture.ROBOT)
                                .perform("cloud-object-storage.object.get")
                                .on(bucket("audit-logs")))
                        .permitted())
                .isFalse();
    }

    @Test
    void knowsWhatAServiceIsTheSourceOf() {
        var group = new Subject(
                List.of(Attribute.of("accountId", ACCOUNT.value()), Attribute.of("resourceGroupId", "rg1")));
        var account = with(
                grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(ACTIVITY_TRACKER),
                grant(READER).on(service("kms", ACCOUNT)).toService(ACTIVITY_TRACKER),
                grant(READER).on(service("kms", ACCOUNT)).toService(group),
                grant(READER).on(service("kms", ACCOUNT)).to(Fixture.ROBOT));

        assertThat(account.authorizations(mayService(atracker(ACCOUNT)))).hasSize(2);
        assertThat(account.authorizations(mayService(atracker(ACCOUNT)).caller("resourceGroupId", "rg1")))
                .hasSize(3);
        assertThat(account.authorizations(mayService(Crn.of("logs", "", OTHER_ACCOUNT, "", "", ""))))
                .isEmpty();
        assertThat(account.authorizations(may(Fixture.ROBOT))).isEmpty();
    }

    @Test
    void allServicesOfAResourceGroupMayBeTheSource() {
        var source = new Subject(List.of(
                Attribute.of("accountId", ACCOUNT.value()),
                Attribute.of("serviceType", "service"),
                Attribute.of("resourceGroupId", "rg1")));
        var account = with(grant(OBJECT_WRITER).on(bucket("audit-logs")).toService(source));
        var logs = put(Crn.of("logs", "us-south", ACCOUNT, "i1", "", ""), "audit-logs");

        assertThat(account.decide(logs.caller("resourceGroupId", "rg1")).permitted())
                .isTrue();
        assertThat(account.decide(put(atracker(ACCOUNT), "audit-logs").caller("resourceGroupId", "rg1"))
                        .permitted())
                .isFalse();
    }

    @Test
    void proposesAnAuthorization() {
        var request = put(atracker(ACCOUNT), "audit-logs");

        var fix = Fixture.empty().decide(request).fixes().get(0);

        assertThat(fix.grant())
                .isEqualTo(grant(OBJECT_WRITER)
                        .on(bucket("audit-logs"))
                        .toService(ACTIVITY_TRACKER.attribute("serviceInstance", "i1")));
        assertThat(fix.applyTo(Fixture.empty()).decide(request).permitted()).isTrue();
    }

    private static Crn atracker(AccountId account) {
        return Crn.of("atracker", "us-south", account, "i1", "", "");
    }

    private static io.lanyard.policy.Resource bucket(String name) {
        return service("cloud-object-storage", ACCOUNT).instance("cos1").resource("bucket", name);
    }

    private static Request put(Crn source, String bucket) {
        return mayService(source).perform("cloud-object-storage.object.put").on(bucket(bucket));
    }
}
