package io.lanyard.workshop.labs;

import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.workshop.engine.Verdict;

/** Labs: what must hold after each step of the service ID lab. A check whose step is behind already says so. */
final class ServiceIdChecks {
    private final LabEnvironment environment;
    private final Robot robot;

    ServiceIdChecks(LabEnvironment environment, Robot robot) {
        this.environment = environment;
        this.robot = robot;
    }

    Verdict exists() {
        return Verdict.when(
                robot.find().isPresent(), "no service ID has this name", "create the service ID " + Robot.NAME);
    }

    Verdict isListed() {
        return robot.find().map(ServiceIdChecks::isListed).orElse(Verdict.notRun("there is no service ID yet"));
    }

    private static Verdict isListed(ServiceId found) {
        if (found.locked()) {
            return Verdict.notDue("it is locked already, so this step is behind you");
        }
        return Verdict.when(found.description().isPresent(), "it has no description", "give it one");
    }

    Verdict hasKey() {
        if (robot.find().isEmpty()) {
            return Verdict.notRun("there is no service ID yet");
        }
        long keys = robot.keys().stream()
                .filter(key -> key.name().equals(Robot.KEY_NAME))
                .count();
        return Verdict.when(keys == 1, keys + " keys of this name", "create the key " + Robot.KEY_NAME + ", once");
    }

    Verdict tokenSpeaksForIt() {
        var found = robot.find();
        var key = robot.key();
        if (found.isEmpty() || key.isEmpty()) {
            return Verdict.notRun("its key is not known here; set THINK_REGISTRY_DEMO_KEY to it");
        }
        var speaksFor = new IdentityClient(environment.cloud())
                .tokens()
                .exchange(key.get())
                .claims()
                .iamId();
        return Verdict.when(
                speaksFor.equals(found.get().iamId()),
                "the token speaks for " + speaksFor,
                "create the key for the service ID, not for yourself");
    }

    Verdict hasBothWords() {
        return robot.find()
                .map(found -> found.description().orElse(""))
                .map(words -> Verdict.when(
                        words.contains(ServiceIdLab.FIRST_WORDS) && words.contains(ServiceIdLab.SECOND_WORDS),
                        "the description is \"" + words + "\"",
                        "add \"" + ServiceIdLab.FIRST_WORDS + "\" and \"" + ServiceIdLab.SECOND_WORDS + "\" to it"))
                .orElse(Verdict.notRun("there is no service ID yet"));
    }

    Verdict isLocked() {
        return robot.find()
                .map(found -> Verdict.when(found.locked(), "it is not locked", "lock it"))
                .orElseGet(() -> robot.isOfThisRun()
                        ? Verdict.fail("it is gone", "lock it before anybody deletes it")
                        : Verdict.notRun("there is no service ID yet"));
    }

    Verdict isGone() {
        return Verdict.when(robot.find().isEmpty(), "it is still there", "unlock it, then delete it");
    }
}
