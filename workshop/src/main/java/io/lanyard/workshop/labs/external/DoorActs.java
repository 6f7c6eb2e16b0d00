package io.lanyard.workshop.labs.external;

import static io.lanyard.workshop.labs.external.Names.IMAGE;
import static io.lanyard.workshop.labs.external.Names.NAMESPACE;
import static io.lanyard.workshop.labs.external.Names.SHELF;

import io.lanyard.audit.ExternalIdentityReport;
import io.lanyard.policy.PolicyClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.labs.LabEnvironment;
import java.time.Duration;

/** External: the steps in which somebody comes in, or is kept out. */
final class DoorActs {
    private final LabEnvironment environment;
    private final Guests guests;
    private final Shelf shelf;
    private final Doors doors;
    private final Pipe pipe;
    private final PublicBucket bucket;
    private final Traffic traffic;
    private final Explained explained;

    DoorActs(LabEnvironment environment, Guests guests, Shelf shelf, Doors doors, Pipe pipe, PublicBucket bucket) {
        this.environment = environment;
        this.guests = guests;
        this.shelf = shelf;
        this.doors = doors;
        this.pipe = pipe;
        this.bucket = bucket;
        this.traffic = new Traffic(environment, guests, pipe);
        this.explained = new Explained(environment);
    }

    Traffic traffic() {
        return traffic;
    }

    void guests(Scene scene) throws Exception {
        scene.ask(Request.of("create", SHELF + "  namespace " + NAMESPACE), shelf::createNamespace, created -> created);
        scene.ask(Request.of("push", SHELF + "  " + IMAGE), shelf::pushImage, digest -> digest.brief() + "…");
        scene.ask(
                Request.of("create", "service ID " + Names.ROBOT + " and its key, in the partner's account")
                        .as("the partner"),
                guests::createRobot,
                created -> created.iamId().toString());
        scene.ask(
                Request.of("grant", "one policy each to three identities of other accounts"),
                guests::letIn,
                granted -> granted.size() + " policies");
        traffic.once(scene);
        scene.say(
                "All three come in. A policy names an identity, and doesn't ask in which account its token was made.");
    }

    void reportOnly(Scene scene) throws Exception {
        scene.ask(
                Request.of("set", "external identity interactions to Report-only, for all types"),
                doors::watch,
                Doors::words);
        traffic.once(scene);
        explained.show(scene, guests.robotIsDeniedToPush(scene));
        scene.say(
                "Nobody was kept out by the setting. The push was denied by a policy, as before: whom no policy lets in"
                        + " isn't looked at any further.");
    }

    void thirtyDays(Scene scene) throws Exception {
        traffic.thirtyDays(scene);
        pipe.deliver();
        scene.say("A shorter time misses whoever comes once a month.");
    }

    void allow(Scene scene) throws Exception {
        scene.ask(
                Request.of("set", "Report-only still, with the partner's account on the list of users and service IDs"),
                () -> doors.allow(guests.partner()),
                Doors::words);
        environment.advance(Duration.ofHours(1));
        traffic.once(scene);
        pipe.deliver();
        var recent = Duration.ofMinutes(30);
        Question.REPORT_ONLY.ask(scene, pipe.log(), recent);
        Question.WOULD_PASS.ask(scene, pipe.log(), recent);
        Question.WOULD_BE_BLOCKED.ask(scene, pipe.log(), recent);
        scene.say("The partner's two would pass now. One is left, and nobody knows who that is.");
    }

    void openBucket(Scene scene) throws Exception {
        bucket.open(scene);
        environment.advance(Duration.ofHours(1));
        bucket.nobodyReads(scene);
        pipe.deliver();
        Question.WOULD_BE_BLOCKED.ask(scene, pipe.log(), Duration.ofMinutes(30));
        scene.say(
                "Whoever shows no token comes from no account, and a list holds accounts. So under Limited a public bucket"
                        + " is closed: for what everybody may read, take an account that isn't limited.");
    }

    void limit(Scene scene, ExternalIdentityReport report) throws Exception {
        scene.ask(
                Request.of("set", "Limited, as the report proposes, but without the account that nobody knows"),
                () -> doors.limit(report, guests.partner()),
                Doors::words);
        guests.robotPulls(scene);
        guests.consultantLooks(scene);
        explained.show(scene, guests.strangerIsDenied(scene));
        explained.show(scene, bucket.nobodyIsDenied(scene));
        pipe.deliver();
        Question.LIMITED.ask(scene, pipe.log(), Duration.ofMinutes(30));
        Question.BLOCKED.ask(scene, pipe.log(), Duration.ofMinutes(30));
        scene.ask(
                Request.of("remove", "the policy that let him in: nobody could say what it is for"),
                this::removeStrangersPolicy,
                removed -> removed + " policy is gone");
        explained.show(scene, guests.strangerIsDenied(scene));
        scene.say("Now the policies themselves keep him out, whatever the setting says, and no event is left.");
    }

    private int removeStrangersPolicy() {
        var policies = new PolicyClient(environment.cloud()).policies();
        var his = Shelf.policiesOf(environment, guests.ownerOf(guests.strangersHome()));
        his.forEach(policy -> policies.delete(policy.id()));
        return his.size();
    }

    void cleanUp(Scene scene) {
        scene.say(
                "The setting is a second lock behind the policies: it doesn't say who may do what, but in which account"
                        + " whoever comes must have logged in.");
        scene.cleanUp();
    }
}
