package io.lanyard.workshop.labs;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.workshop.labs.Places.ABROAD;
import static io.lanyard.workshop.labs.Places.HOME;
import static io.lanyard.workshop.labs.Places.IMAGE;
import static io.lanyard.workshop.labs.Places.OTHER_IMAGE;
import static io.lanyard.workshop.labs.Places.ROBOTS_IMAGE;

import io.lanyard.core.IamId;
import io.lanyard.policy.Policies;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.oci.Access;
import io.lanyard.workshop.oci.HelloWorld;
import io.lanyard.workshop.oci.RegistrySession;
import io.lanyard.workshop.oci.RegistryToken;
import java.time.Duration;

/** Labs: the steps of the registry lab in which policies are granted and taken away. */
final class RegistryGrants {
    private final LabEnvironment environment;
    private final Robot robot;
    private final RegistryState state;
    private final RobotAtWork work;

    RegistryGrants(LabEnvironment environment, Robot robot, RegistryState state, RobotAtWork work) {
        this.environment = environment;
        this.robot = robot;
        this.state = state;
        this.work = work;
    }

    void grantReader(Scene scene) throws Exception {
        var id = robot.demand().iamId();
        scene.ask(
                Request.of("grant", "Reader on my_namespace in us-south to " + Robot.NAME),
                () -> grantReader(id),
                policy -> "policy " + policy.id());
        work.pull(scene, HOME, IMAGE);
        work.deniedPull(scene, HOME, OTHER_IMAGE);
        work.login(scene, ABROAD);
        work.deniedPull(scene, ABROAD, IMAGE);
    }

    private Policy grantReader(IamId robot) {
        var policies = policies();
        var account = state.account();
        // tag::grant-reader[]
        var policy = policies.create(grant(READER)
                .to(robot)
                .on(containerRegistry(account).region("us-south").namespace("my_namespace"))
                .because("registry workshop: the robot pulls"));
        // end::grant-reader[]
        return policy;
    }

    void grantWriter(Scene scene) throws Exception {
        var session = work.session(HOME);
        var image = HelloWorld.version("3.7");
        var request = Request.of("push", HOME + "  " + ROBOTS_IMAGE).as(Robot.NAME);
        work.explain(scene, scene.refused(request, () -> session.push(image, ROBOTS_IMAGE)));

        var policy = onlyPolicy();
        scene.ask(
                Request.of("grant", "Writer as well, in the same policy"),
                () -> addWriter(policy),
                changed -> "policy " + changed.id() + ": Reader, Writer");
        scene.ask(request, () -> session.push(image, ROBOTS_IMAGE), digest -> digest.brief() + "…");

        var earlier = scene.ask(
                Request.of("token", "to pull, for later").as(Robot.NAME),
                () -> session.token(IMAGE, Access.PULL),
                token -> "good for " + token.lifetime().toSeconds() + " seconds");
        scene.ask(
                Request.of("remove", "the policy"),
                () -> {
                    var policies = policies();
                    // tag::remove-policy[]
                    policies.delete(policy.id());
                    // end::remove-policy[]
                    return policy;
                },
                removed -> "policy " + removed.id() + " is gone");
        work.deniedPull(scene, HOME, IMAGE);
        pullWithEarlierToken(scene, session, earlier);
    }

    private Policy addWriter(Policy policy) {
        var policies = policies();
        // tag::grant-writer[]
        var changed = policies.update(policy.id(), p -> p.withRoles(READER, WRITER));
        // end::grant-writer[]
        return changed;
    }

    private void pullWithEarlierToken(Scene scene, RegistrySession session, RegistryToken earlier) throws Exception {
        var request = Request.of("pull", HOME + "  " + IMAGE).as(Robot.NAME + ", with the earlier token");
        scene.ask(request, () -> session.pull(IMAGE, earlier), RobotAtWork::pulled);
        scene.say("The token was issued before the policy went, and keeps what it says until it expires.");
        scene.ask(
                Request.of("turn", "the sandbox clock past the end of the token"),
                () -> {
                    environment.advance(earlier.lifetime().plus(Duration.ofSeconds(1)));
                    return earlier.lifetime();
                },
                lifetime -> (lifetime.toSeconds() + 1) + " seconds later");
        scene.refused(request, () -> session.pull(IMAGE, earlier));
    }

    private Policy onlyPolicy() {
        var found = state.policiesOf(robot.demand().iamId());
        if (found.size() != 1) {
            throw new UnexpectedStateException(
                    "there should be one policy for " + Robot.NAME + ", but there are " + found.size());
        }
        return found.get(0);
    }

    private Policies policies() {
        return new PolicyClient(environment.cloud()).policies();
    }
}
