package io.lanyard.workshop.labs;

import io.lanyard.core.AccountId;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.identity.SubjectType;
import io.lanyard.identity.TokenClaims;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.Lab.Reach;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.engine.Step;
import java.time.Duration;
import java.util.List;

/** Labs: a service ID and its key, from creation to clean-up, in ten minutes. */
public final class ServiceIdLab {
    static final String FIRST_WORDS = "owner: team registry";
    static final String SECOND_WORDS = "ticket: OPS-1234";

    private final LabEnvironment environment;
    private final Robot robot;
    private final ServiceIdChecks checks;

    private ServiceIdLab(LabEnvironment environment) {
        this.environment = environment;
        this.robot = new Robot(environment);
        this.checks = new ServiceIdChecks(environment, robot);
    }

    /**
     * Writes the lab for a place.
     *
     * @param environment where it will be played
     * @return the lab
     */
    public static Lab in(LabEnvironment environment) {
        var lab = new ServiceIdLab(environment);
        return new Lab(
                "service-id",
                "A service ID and its API key",
                "You can give a program an identity of its own, and change it safely together with others.",
                Reach.OWN_THINGS,
                List.of(
                        lab.create(),
                        lab.list(),
                        lab.createKey(),
                        lab.readClaims(),
                        lab.updateTogether(),
                        lab.lock(),
                        lab.cleanUp()));
    }

    private Step create() {
        return Step.of(
                "create-service-id",
                "Create a service ID",
                s -> s.why("A program needs an identity of its own: one that no person's leaving takes away.")
                        .minutes(1)
                        .startsWith(scene -> robot.lookAround())
                        .leaves(robot.cleanUp())
                        .does(scene -> scene.ask(
                                Request.of("create", "service ID " + Robot.NAME),
                                robot::create,
                                created -> created.id() + ", which has no access to anything yet"))
                        .checks("there is a service ID of this name", checks::exists)
                        .hints(
                                "Who pulls your images at night, when nobody is logged in?",
                                "Look at IdentityClient.serviceIds().",
                                "identity.serviceIds().create(account, \"think-registry-demo\", s -> s.description(\"…\"))"));
    }

    private Step list() {
        return Step.of(
                "list-service-ids",
                "Find it in the list",
                s -> s.why("Names are for people and need not be unique; programs use the id.")
                        .does(this::showList)
                        .checks("the list has it, with a description, not locked", checks::isListed)
                        .hints(
                                "How would you find it again tomorrow?",
                                "Look at serviceIds().list, which pages lazily.",
                                "identity.serviceIds().list(account)"));
    }

    private void showList(Scene scene) throws Exception {
        var identity = new IdentityClient(environment.cloud());
        var account = environment.cloud().requireAccount();
        // tag::list-service-ids[]
        var serviceIds = identity.serviceIds().list(account);
        // end::list-service-ids[]
        var found = scene.ask(
                Request.of("list", "service IDs"),
                () -> serviceIds.stream().toList(),
                all -> all.size() + " in this account");
        var id = robot.demand().id();
        var mine = found.stream().filter(serviceId -> serviceId.id().equals(id)).findFirst();
        mine.ifPresent(serviceId -> scene.show(List.of(
                new Fact("uuid", serviceId.id().toString()),
                new Fact("name", serviceId.name()),
                new Fact("created", serviceId.createdAt().toString()),
                new Fact("updated", serviceId.modifiedAt().toString()),
                new Fact("description", serviceId.description().orElse("")),
                new Fact("locked", String.valueOf(serviceId.locked())))));
    }

    private Step createKey() {
        return Step.of(
                "create-api-key",
                "Create an API key for it",
                s -> s.why(
                                "The key is how the program proves who it is. It is shown once, so it goes straight into a vault.")
                        .minutes(2)
                        .leaves(robot.keyCleanUp())
                        .does(scene -> {
                            var key = scene.ask(
                                    Request.of("create", "API key " + Robot.KEY_NAME),
                                    () -> robot.createKey(robot.demand()),
                                    created -> created.id() + ", and its value, once");
                            scene.say("The value is in memory now and nowhere else; printing it shows " + key.secret()
                                    + ".");
                        })
                        .checks("the service ID has exactly one key of this name", checks::hasKey)
                        .hints(
                                "What does a program show instead of a password?",
                                "Look at IdentityClient.apiKeys(); the owner is the service ID's iamId.",
                                "identity.apiKeys().create(robot.iamId(), \"think-registry-demo-key\", k -> k.account(account))"));
    }

    private Step readClaims() {
        return Step.of(
                "read-claims",
                "Exchange the key for a token, and read it",
                s -> s.why(
                                "Every call carries a token, not the key. The token says who, in which account, and until when.")
                        .minutes(2)
                        .does(this::showClaims)
                        .checks("the key's token speaks for the service ID", checks::tokenSpeaksForIt)
                        .hints(
                                "What travels with each call?",
                                "Look at IdentityClient.tokens().",
                                "identity.tokens().exchange(key).claims()"));
    }

    private void showClaims(Scene scene) throws Exception {
        var key = robot.demandKey();
        var claims = scene.ask(
                Request.of("exchange", "the key for a token").as(Robot.NAME),
                () -> claims(key),
                given -> "a signed token, good for " + lifetime(given).toMinutes() + " minutes");
        scene.show(List.of(
                new Fact("iam_id", claims.iamId().toString()),
                new Fact("sub_type", claims.subType().map(SubjectType::toString).orElse("")),
                new Fact(
                        "account",
                        claims.account()
                                .flatMap(TokenClaims.Account::bss)
                                .map(AccountId::toString)
                                .orElse("")),
                new Fact("issuer", claims.issuer().orElse("")),
                new Fact(
                        "expires",
                        claims.expiresAt() + ", " + lifetime(claims).toMinutes() + " minutes after it was issued")));
    }

    private TokenClaims claims(Secret key) {
        var identity = new IdentityClient(environment.cloud());
        // tag::read-claims[]
        var claims = identity.tokens().exchange(key).claims();
        // end::read-claims[]
        return claims;
    }

    private static Duration lifetime(TokenClaims claims) {
        return Duration.between(claims.issuedAt(), claims.expiresAt());
    }

    private Step updateTogether() {
        return Step.of(
                "update-together",
                "Two people change the description at once",
                s -> s.why("Whoever writes last must not wipe out what the other wrote a moment ago.")
                        .minutes(2)
                        .does(this::changeTogether)
                        .checks("the description has the words of both", checks::hasBothWords)
                        .hints(
                                "What did the other one write, between your reading and your writing?",
                                "Look at Versioned, and at serviceIds().update, which reads again and repeats.",
                                "identity.serviceIds().update(id, s -> s.withDescription(s.description().orElse(\"\") + \"…\"))"));
    }

    private void changeTogether(Scene scene) throws Exception {
        var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
        var id = robot.demand().id();
        var asRead = serviceIds.get(id);
        scene.ask(
                Request.of("update", "the description, adding \"" + FIRST_WORDS + "\"")
                        .as("Ann"),
                () -> serviceIds.update(id, s -> add(s, FIRST_WORDS)),
                changed -> "version " + changed.etag());
        scene.say("Bob read the service ID before Ann wrote. He now writes what he has on his screen.");
        scene.refused(
                Request.of("replace", "the whole description").as("Bob"),
                () -> serviceIds.replace(asRead, s -> add(s, SECOND_WORDS)));
        scene.say("The entity tag that he sent belongs to an older version, so nothing was lost. Now the right way:");
        scene.ask(
                Request.of("update", "the description, adding \"" + SECOND_WORDS + "\"")
                        .as("Bob"),
                () -> {
                    // tag::update-together[]
                    var changed = serviceIds.update(id, s -> add(s, "ticket: OPS-1234"));
                    // end::update-together[]
                    return changed;
                },
                changed -> changed.value().description().orElse(""));
    }

    private static ServiceId add(ServiceId serviceId, String words) {
        return serviceId.withDescription(serviceId.description().orElse("") + "; " + words);
    }

    private Step lock() {
        return Step.of(
                "lock",
                "Lock it, and see deletion refused",
                s -> s.why("A lock protects what a nightly job depends on from a tidy colleague.")
                        .does(scene -> {
                            var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
                            var id = robot.demand().id();
                            scene.ask(
                                    Request.of("lock", "service ID " + Robot.NAME),
                                    () -> {
                                        // tag::lock[]
                                        serviceIds.lock(id);
                                        // end::lock[]
                                        return id;
                                    },
                                    locked -> "locked");
                            scene.refused(Request.of("delete", "service ID " + Robot.NAME), () -> {
                                serviceIds.delete(id);
                                return id;
                            });
                            scene.say(
                                    "No policy was asked here: a locked service ID refuses everybody, also the owner.");
                        })
                        .checks("it is still there, and locked", checks::isLocked)
                        .hints(
                                "What keeps a colleague from deleting what he doesn't know?",
                                "Look at serviceIds().lock.",
                                "identity.serviceIds().lock(robot.id())"));
    }

    private Step cleanUp() {
        return Step.of(
                "clean-up",
                "Unlock it, and clean up",
                s -> s.why("What is no longer used is no longer looked after.")
                        .does(scene -> {
                            var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
                            var id = robot.demand().id();
                            scene.ask(
                                    Request.of("unlock", "service ID " + Robot.NAME),
                                    () -> {
                                        // tag::clean-up[]
                                        serviceIds.unlock(id);
                                        // end::clean-up[]
                                        return id;
                                    },
                                    unlocked -> "unlocked");
                            scene.cleanUp();
                        })
                        .checks("nothing that the lab created is left", checks::isGone)
                        .hints(
                                "What stands in the way of deleting it?",
                                "Look at serviceIds().unlock and delete; its keys go with it.",
                                "identity.serviceIds().unlock(robot.id()); identity.serviceIds().delete(robot.id())"));
    }
}
