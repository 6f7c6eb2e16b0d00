package io.lanyard.policy.decision;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.ADMINISTRATOR;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.Targets.allServices;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.policy.Targets.resourceGroup;
import static io.lanyard.policy.decision.Fixture.ACCOUNT;
import static io.lanyard.policy.decision.Fixture.COLLEAGUE;
import static io.lanyard.policy.decision.Fixture.CREATE_POLICY;
import static io.lanyard.policy.decision.Fixture.PULL;
import static io.lanyard.policy.decision.Fixture.ROBOT;
import static io.lanyard.policy.decision.Fixture.namespace;
import static io.lanyard.policy.decision.Request.may;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.Crn;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Target;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policy tests: how a question is put. */
class RequestTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void readsAsAQuestion() {
        assertThat(may(ROBOT)
                        .perform(PULL)
                        .on(namespace("my_namespace", "us-south"))
                        .at(NOON))
                .hasToString("may ServiceId-ba93… do container-registry.image.pull"
                        + " on namespace my_namespace in us-south?");
        assertThat(may(COLLEAGUE).perform(CREATE_POLICY).on(allServices(ACCOUNT)))
                .hasToString("may IBMid-270002X0YZ do iam.policy.create on all services?");
    }

    @Test
    void aCrnGivesItsSegments() {
        var crn = Crn.of("container-registry", "us-south", ACCOUNT, "", "namespace", "my_namespace");

        assertThat(may(ROBOT).on(crn).attributes())
                .isEqualTo(Map.of(
                        "accountId", ACCOUNT.value(),
                        "serviceName", "container-registry",
                        "region", "us-south",
                        "resourceType", "namespace",
                        "resource", "my_namespace"));
    }

    @Test
    void tellsWhatItWasAsked() {
        var request = may(ROBOT)
                .perform(PULL)
                .on(allServices(ACCOUNT).tag("env", "prod"))
                .environment("delimiter", "/")
                .at(NOON);

        assertThat(request.subject()).isEqualTo(ROBOT.value());
        assertThat(request.action()).isEqualTo(PULL);
        assertThat(request.tags()).isEqualTo(Map.of("env", Set.of("prod")));
        assertThat(request.environment()).containsEntry("delimiter", "/");
        assertThat(request.at()).contains(NOON);
        assertThat(request.as(COLLEAGUE).subject()).isEqualTo(COLLEAGUE.value());
    }

    @Test
    void anAdministratorOfTheTargetMayManageItsPolicies() {
        var one = grant(READER).on(containerRegistry(ACCOUNT).region("us-south").namespace("my_namespace"));

        assertThat(mayManage(one, containerRegistry(ACCOUNT))).isTrue();
        assertThat(mayManage(one, containerRegistry(ACCOUNT).region("us-south")))
                .isTrue();
        assertThat(mayManage(one, containerRegistry(ACCOUNT).region("eu-gb"))).isFalse();
        assertThat(mayManage(one, allServices(ACCOUNT))).isTrue();
    }

    @Test
    void anAdministratorOfAPartMayNotManagePoliciesOnTheWhole() {
        assertThat(mayManage(grant(READER).on(containerRegistry(ACCOUNT)), namespace("my_namespace", "us-south")))
                .isFalse();
        assertThat(mayManage(grant(READER).on(allServices(ACCOUNT)), containerRegistry(ACCOUNT)))
                .isFalse();
        assertThat(mayManage(grant(READER).on(resourceGroup(ACCOUNT, "rg1")), resourceGroup(ACCOUNT, "rg1")))
                .isTrue();
        assertThat(mayManage(grant(READER).on(resourceGroup(ACCOUNT, "rg1")), resourceGroup(ACCOUNT, "rg2")))
                .isFalse();
        assertThat(mayManage(grant(READER).on(resourceGroup(ACCOUNT, "rg1")), allServices(ACCOUNT)))
                .isTrue();
    }

    private static boolean mayManage(Grant wanted, Target administered) {
        var catalog = Fixture.ROLES.with("", ADMINISTRATOR, Set.of(CREATE_POLICY));
        return Snapshot.of(ACCOUNT, catalog)
                .with(Fixture.policy("p1", grant(ADMINISTRATOR).to(ROBOT).on(administered)))
                .decide(may(ROBOT).perform(CREATE_POLICY).on(wanted.resource()))
                .permitted();
    }
}
