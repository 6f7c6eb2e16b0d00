// Docs: what the how-to "Test your code against the sandbox in JUnit" shows.
package io.lanyard.docs.examples;

// tag::imports[]
import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.OPERATOR;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.Weekly.weekly;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.policy.PolicyClient;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.state.SandboxClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
// end::imports[]

// tag::start[]
@ExtendWith(SandboxExtension.class) // <1>
class JUnitHowToTest {

    @Test
    void theOwnerMayDoEverything(IbmCloud cloud, SandboxAccount account) { // <2>
        var identity = new IdentityClient(cloud);

        var old = identity.serviceIds().create(account.id(), "left-behind");

        assertThat(identity.serviceIds().list(account.id())).contains(old);
    }
    // end::start[]

    // tag::denied[]
    @Test
    void aRobotMayNotTidyUp(IbmCloud cloud, SandboxAccount account) {
        var old = new IdentityClient(cloud).serviceIds().create(account.id(), "left-behind");
        var robot = robot(cloud, account);

        try (var asRobot = account.cloud(robot.key())) { // <1>
            var tidying = new IdentityClient(asRobot).serviceIds();

            assertThatThrownBy(() -> tidying.delete(old.id())).isInstanceOf(AccessDeniedException.class);
        }
    }
    // end::denied[]

    // tag::granted[]
    @Test
    void anOperatorMayTidyUp(IbmCloud cloud, SandboxAccount account) {
        var identity = new IdentityClient(cloud);
        var old = identity.serviceIds().create(account.id(), "left-behind");
        var robot = robot(cloud, account);

        new PolicyClient(cloud)
                .policies()
                .create(grant(OPERATOR).to(robot.id().iamId()).on(service("iam-identity", account.id())));

        try (var asRobot = account.cloud(robot.key())) {
            new IdentityClient(asRobot).serviceIds().delete(old.id());
        }
        assertThat(identity.serviceIds().list(account.id())).doesNotContain(old);
    }
    // end::granted[]

    // tag::clock[]
    @Test
    void anOperatorInOfficeHoursMayNotOnSunday(IbmCloud cloud, SandboxAccount account, SandboxClock clock) {
        var old = new IdentityClient(cloud).serviceIds().create(account.id(), "left-behind");
        var robot = robot(cloud, account);
        new PolicyClient(cloud)
                .policies()
                .create(grant(OPERATOR)
                        .to(robot.id().iamId())
                        .on(service("iam-identity", account.id()))
                        .during(weekly(MONDAY, FRIDAY).from("09:00").to("17:00").at(UTC)));

        clock.set(Instant.parse("2027-01-03T12:00:00Z")); // <1>

        try (var asRobot = account.cloud(robot.key())) {
            var tidying = new IdentityClient(asRobot).serviceIds();
            assertThatThrownBy(() -> tidying.delete(old.id())).isInstanceOf(AccessDeniedException.class);

            clock.set(Instant.parse("2027-01-04T12:00:00Z"));
            tidying.delete(old.id());
        }
    }
    // end::clock[]

    // tag::robot[]
    private static Robot robot(IbmCloud cloud, SandboxAccount account) {
        var identity = new IdentityClient(cloud);
        var id = identity.serviceIds().create(account.id(), "robot");
        return new Robot(id, identity.apiKeys().create(id.iamId(), "robot-key").secret());
    }

    private record Robot(ServiceId id, Secret key) {}
    // end::robot[]
}
