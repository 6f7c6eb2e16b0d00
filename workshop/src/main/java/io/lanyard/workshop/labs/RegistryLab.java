package io.lanyard.workshop.labs;

import io.lanyard.registry.RegistryClient;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.Lab.Reach;
import io.lanyard.workshop.engine.Step;
import java.util.ArrayList;
import java.util.List;

/** Labs: "Securing access to your private registry": from an account without enforcement to exactly the access that a robot needs. */
public final class RegistryLab {
    /** Writes this lab, and says whether enforcement is on where it will be played. */
    public static final LabSource SOURCE = new LabSource() {
        @Override
        public Lab in(LabEnvironment environment) {
            return RegistryLab.in(environment);
        }

        @Override
        public List<String> facts(LabEnvironment environment) {
            var facts = new ArrayList<>(environment.facts());
            boolean enforced = RegistryClient.in(environment.cloud(), Places.HOME)
                    .enforcement()
                    .get()
                    .enforcesPolicies();
            facts.add("enforcement " + (enforced ? "on" : "off") + " in us-south");
            return List.copyOf(facts);
        }
    };

    private final RegistryActs acts;
    private final RegistryGrants grants;
    private final RegistryChecks checks;

    private RegistryLab(LabEnvironment environment) {
        var robot = new Robot(environment);
        var state = new RegistryState(environment, robot);
        var work = new RobotAtWork(environment, robot);
        this.acts = new RegistryActs(environment, robot, state, work);
        this.grants = new RegistryGrants(environment, robot, state, work);
        this.checks = new RegistryChecks(environment, robot, state);
    }

    /**
     * Writes the lab for a place.
     *
     * @param environment where it will be played
     * @return the lab
     */
    public static Lab in(LabEnvironment environment) {
        var lab = new RegistryLab(environment);
        return new Lab(
                "registry",
                "Securing access to your private registry",
                "You can switch on IAM policies for a registry without locking anybody out, and grant just enough.",
                Reach.ACCOUNT_WIDE,
                List.of(
                        lab.setUp(),
                        lab.whoLosesAccess(),
                        lab.pushImage(),
                        lab.pullWithoutPolicies(),
                        lab.enforce(),
                        lab.pullDenied(),
                        lab.grantReader(),
                        lab.grantWriter(),
                        lab.cleanUp()));
    }

    private Step setUp() {
        return Step.of(
                "set-up",
                "A service ID and its key",
                s -> s.why(
                                "The robot that pulls your images needs an identity of its own. The lab 'service-id' shows how.")
                        .minutes(1)
                        .startsWith(scene -> acts.lookAround())
                        .leaves(acts.robotCleanUp())
                        .leaves(acts.keyCleanUp())
                        .does(acts::setUp)
                        .checks("the service ID is there", checks::robotIsThere)
                        .checks("its key opens a session", checks::keyWorks)
                        .hints(
                                "Who will pull the images?",
                                "Look at IdentityClient: serviceIds() and apiKeys().",
                                "serviceIds().create(account, name), then apiKeys().create(robot.iamId(), name)"));
    }

    private Step whoLosesAccess() {
        return Step.of(
                "who-loses-access",
                "Who would lose access, and the way back",
                s -> s.why(
                                "Enforcement hits everybody in the account at once, and can't be switched off again. So ask first.")
                        .minutes(3)
                        .leaves(acts.policyCleanUp())
                        .does(acts::showWhoLosesAccess)
                        .checks("everybody else who holds a key keeps pull and push", checks::nobodyIsLockedOut)
                        .hints(
                                "Who pulls and pushes today, without any policy?",
                                "Look at Snapshot.denied: it asks about many identities at once, and changes nothing.",
                                "snapshot.denied(identities, may(anyone).perform(\"container-registry.image.pull\").on(registry))"));
    }

    private Step pushImage() {
        return Step.of(
                "push-image",
                "A namespace, and an image in it",
                s -> s.why("You need something worth protecting. The image is built here; nothing is downloaded.")
                        .minutes(2)
                        .leaves(acts.namespaceCleanUp())
                        .leaves(acts.layoutCleanUp())
                        .does(acts::pushImage)
                        .checks("the image is in my_namespace, in us-south", checks::imageIsThere)
                        .checks("a copy is in another namespace and another region", checks::copiesAreThere)
                        .hints(
                                "Where does an image live?",
                                "Look at RegistryClient.namespaces(); then push as the account owner.",
                                "registry.namespaces().create(\"my_namespace\"), then docker push"));
    }

    private Step pullWithoutPolicies() {
        return Step.of(
                "pull-unenforced",
                "Log in with the robot's key, and pull",
                s -> s.why(
                                "An account from before October 2018 starts like this: policies exist, but nobody asks them.")
                        .minutes(1)
                        .does(acts::pullWithoutPolicies)
                        .checks("enforcement is off, and the robot can pull", checks::pullsWithoutPolicies)
                        .hints(
                                "What does the registry ask before it serves an image?",
                                "The user name is iamapikey, the password is the key.",
                                "docker login -u iamapikey, then docker pull"));
    }

    private Step enforce() {
        return Step.of(
                "enforce",
                "Enable IAM policy enforcement in us-south",
                s -> s.why(
                                "From now on the registry asks the policies. It is a switch for each region, and it goes one way.")
                        .minutes(2)
                        .does(acts::enforce)
                        .checks("enforcement is on in us-south", checks::isEnforced)
                        .hints(
                                "How does the registry come to ask the policies?",
                                "Look at RegistryClient.enforcement().",
                                "registry.enforcement().enable()"));
    }

    private Step pullDenied() {
        return Step.of(
                "pull-denied",
                "Pull again, now that policies are enforced",
                s -> s.why("A service ID has no access until a policy gives it some.")
                        .minutes(2)
                        .does(acts::pullDenied)
                        .checks("enforcement is on", checks::isEnforced)
                        .checks("the image is still there", checks::imageIsThere)
                        .checks("this identity cannot pull it", checks::pullIsDenied)
                        .hints(
                                "Which policy names the robot?",
                                "Look at the why below the denial.",
                                "There is none: that is the reason"));
    }

    private Step grantReader() {
        return Step.of(
                "grant-reader",
                "Grant Reader on exactly this namespace",
                s -> s.why("Reader lets it pull. Region and namespace in the policy keep it out of everything else.")
                        .minutes(4)
                        .leaves(acts.policyCleanUp())
                        .does(grants::grantReader)
                        .checks("the robot can pull from my_namespace in us-south", checks::readerCanPull)
                        .checks("it can't pull from another namespace", checks::otherNamespaceIsDenied)
                        .checks("it can't pull from the same-named namespace in eu-gb", checks::otherRegionIsDenied)
                        .hints(
                                "What is the least that the robot needs?",
                                "Look at grant(READER).to(…).on(containerRegistry(account)…).",
                                "grant(READER).to(robot).on(containerRegistry(account).region(\"us-south\").namespace(\"my_namespace\"))"));
    }

    private Step grantWriter() {
        return Step.of(
                "grant-writer",
                "Push: denied, granted, and taken away again",
                s -> s.why("Roles don't contain each other, and a token keeps what it was given until it expires.")
                        .minutes(4)
                        .does(grants::grantWriter)
                        .checks("the robot's image 3.7 is in my_namespace", checks::robotsImageIsThere)
                        .checks("no policy names the robot any more", checks::noPolicyIsLeft)
                        .checks("it can't pull any more", checks::pullIsDeniedAgain)
                        .hints(
                                "Which role has the action container-registry.image.push?",
                                "Look at policies().update: one policy, more roles.",
                                "policies.update(policy.id(), p -> p.withRoles(READER, WRITER))"));
    }

    private Step cleanUp() {
        return Step.of(
                "clean-up",
                "Recap, and clean up",
                s -> s.why("What a lab leaves behind is what an auditor asks about next year.")
                        .minutes(1)
                        .does(acts::recapAndCleanUp)
                        .checks("nothing that the lab created is left", checks::nothingIsLeft)
                        .hints(
                                "What did you create?",
                                "Policies first, then namespaces, then the service ID; its key goes with it.",
                                "serviceIds().delete(robot.id())"));
    }
}
