package io.lanyard.workshop.labs.external;

import io.lanyard.audit.ExternalIdentityReport;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.Lab.Reach;
import io.lanyard.workshop.engine.Step;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.List;
import java.util.Optional;

/** External: from an account that lets every token in to one that knows who comes from outside, and keeps out who shouldn't. */
public final class ExternalIdentitiesLab {
    private final Guests guests;
    private final Shelf shelf;
    private final Doors doors;
    private final Pipe pipe;
    private final Auditor auditor;
    private final PublicBucket bucket;
    private final DoorActs doorActs;
    private final LogActs logActs;
    private final ExternalChecks checks;
    private Optional<ExternalIdentityReport> report = Optional.empty();

    private ExternalIdentitiesLab(LabEnvironment environment) {
        this.guests = new Guests(environment);
        this.shelf = new Shelf(environment);
        this.doors = new Doors(environment);
        this.pipe = new Pipe(environment);
        this.auditor = new Auditor(environment, pipe);
        this.bucket = new PublicBucket(environment);
        this.doorActs = new DoorActs(environment, guests, shelf, doors, pipe, bucket);
        this.logActs = new LogActs(environment, pipe, auditor, doorActs.traffic());
        this.checks = new ExternalChecks(environment, guests, shelf, doors, pipe, auditor, bucket);
    }

    /**
     * Writes the lab for a place.
     *
     * @param environment where it will be played
     * @return the lab
     */
    public static Lab in(LabEnvironment environment) {
        var lab = new ExternalIdentitiesLab(environment);
        return new Lab(
                "external-identities",
                "Who comes from outside",
                "You can find out who uses your account with tokens of other accounts, and keep out who shouldn't.",
                Reach.ACCOUNT_WIDE,
                List.of(
                        lab.guests(),
                        lab.reportOnly(),
                        lab.silentLog(),
                        lab.routeGlobal(),
                        lab.whoMayRead(),
                        lab.thirtyDays(),
                        lab.report(),
                        lab.allowlist(),
                        lab.publicBucket(),
                        lab.limited(),
                        lab.cleanUp()));
    }

    private Step guests() {
        return Step.of(
                "guests",
                "Three who come from outside",
                s -> s.why("A policy names an identity; it doesn't ask in which account that identity logged in.")
                        .minutes(3)
                        .startsWith(scene -> {
                            shelf.lookAround();
                            doors.lookAround();
                            pipe.lookAround();
                            bucket.lookAround();
                            auditor.self().lookAround();
                            guests.robot().lookAround();
                        })
                        .leaves(guests.robotCleanUp())
                        .leaves(shelf.namespaceCleanUp())
                        .leaves(shelf.policyCleanUp())
                        .does(doorActs::guests)
                        .checks("the image is in the shared namespace", checks::imageIsThere)
                        .checks("a service ID of another account has a policy here", checks::outsidersHavePolicies)
                        .hints(
                                "Who works in your account with a key that was made in another one?",
                                "Look at grant(READER).to(…): any identity can stand there, of any account.",
                                "grant(READER).to(partnersRobot.iamId()).on(containerRegistry(account)…)"));
    }

    private Step reportOnly() {
        return Step.of(
                "report-only",
                "Report-only: let them in, and tell of each",
                s -> s.why("Before you lock a door, find out who uses it. Report-only locks nobody out.")
                        .minutes(3)
                        .leaves(doors.cleanUp())
                        .does(doorActs::reportOnly)
                        .checks("tokens of other accounts are looked at", checks::isWatched)
                        .hints(
                                "Which setting looks at the account of a token?",
                                "Look at PolicyClient.accessSettings(); the API calls Report-only 'monitor'.",
                                "policies.accessSettings().update(account, s -> s.withAll(reportOnly()))"));
    }

    private Step silentLog() {
        return Step.of(
                "silent-log",
                "A log, a target, a route, and not a word",
                s -> s.why("Events that no route takes are dropped without a sound. Most people start exactly here.")
                        .minutes(5)
                        .leaves(pipe.logCleanUp())
                        .leaves(pipe.authorizationCleanUp())
                        .leaves(pipe.targetCleanUp())
                        .leaves(pipe.routeCleanUp())
                        .does(logActs::silentLog)
                        .checks("Activity Tracker may send to the log", checks::activityTrackerIsAuthorized)
                        .checks("the target can be written to", checks::targetIsWritable)
                        .hints(
                                "How does an event come from IAM into your log?",
                                "Look at ActivityTracker.toCloudLogs, then at AuditClient.routing: targets() and routes().",
                                "routing.targets().create(\"iam-log\", Sink.logs(log))"));
    }

    private Step routeGlobal() {
        return Step.of(
                "route-global",
                "Route what is global",
                s -> s.why("IAM belongs to no region, so its events are global, and a rule must say so.")
                        .minutes(3)
                        .does(logActs::routeGlobal)
                        .checks("a route sends global events to the log", checks::globalIsRouted)
                        .checks("the log tells of those from outside", checks::logTellsOfThem)
                        .hints(
                                "In which region does IAM run?",
                                "Look at Location.GLOBAL.",
                                "routes.replace(id, name, Rule.of(Location.GLOBAL, …).to(target))"));
    }

    private Step whoMayRead() {
        return Step.of(
                "who-may-read",
                "Sender can't query, Reader can",
                s -> s.why(
                                "Whoever changes the setting need not see the log, and whoever sees it must not write to it.")
                        .minutes(4)
                        .leaves(auditor.self().cleanUp())
                        .does(logActs::whoMayRead)
                        .checks("the auditor may read the log, and nothing else", checks::auditorMayReadAlone)
                        .hints(
                                "Which role holds logs.logs-data-api-high.read?",
                                "Look at grant(READER).to(…).on(Destinations.instance(log)).",
                                "policies.update(policy.id(), p -> p.withRoles(READER))"));
    }

    private Step thirtyDays() {
        return Step.of(
                "thirty-days",
                "Thirty days go by",
                s -> s.why("A month shows the jobs that run once a month. Here the clock is turned.")
                        .minutes(1)
                        .does(doorActs::thirtyDays)
                        .checks("the log knows thirty days", checks::logHasThirtyDays)
                        .hints(
                                "How long do you have to watch, to see everybody?",
                                "Look at the sandbox's clock; in a real account, wait.",
                                "PUT /sandbox/v1/clock {\"advance\": \"P1D\"}, thirty times, with work in between"));
    }

    private Step report() {
        return Step.of(
                "report",
                "Who would be blocked",
                s -> s.why("Thousands of events say less than one line for each identity.")
                        .minutes(4)
                        .does(scene -> report = Optional.of(logActs.report(scene)))
                        .checks("the report is complete, and names somebody", () -> checks.reportIsComplete(logActs))
                        .hints(
                                "What would you have to do with all these events?",
                                "Look at AuditClient.externalIdentities().",
                                "audit.externalIdentities().report(account, audit.logs(log), TimeSpan.of(ofDays(30), now))"));
    }

    private Step allowlist() {
        return Step.of(
                "allowlist",
                "Allow the partner, and look again",
                s -> s.why("Whoever shall go on coming in is put on the list while nobody is kept out yet.")
                        .minutes(4)
                        .does(doorActs::allow)
                        .checks("the partner's account is allowed", checks::partnerIsAllowed)
                        .checks("the log tells who would pass", checks::logTellsWhoWouldPass)
                        .hints(
                                "Whom would Limited hurt?",
                                "Look at ExternalAccess.reportOnly(account…), one list for each type of identity.",
                                "accessSettings().update(account, s -> s.withUsers(reportOnly(partner)))"));
    }

    private Step publicBucket() {
        return Step.of(
                "public-bucket",
                "A bucket for everybody, also for nobody",
                s -> s.why("What is open to the public is read without any token, and that is from outside, too.")
                        .minutes(3)
                        .leaves(bucket.cleanUp())
                        .does(doorActs::openBucket)
                        .checks("everybody may read the bucket, as policies go", checks::bucketIsOpen)
                        .hints(
                                "In which account has somebody logged in who hasn't logged in?",
                                "Look at Grant.toEverybody(), the group Public Access of an account.",
                                "grant(CONTENT_READER).toEverybody().on(bucket(store, name))"));
    }

    private Step limited() {
        return Step.of(
                "limited",
                "Limited: now the denials are real",
                s -> s.why("What a month has shown to be right becomes the rule.")
                        .minutes(4)
                        .does(scene -> doorActs.limit(scene, report.orElseGet(logActs::report)))
                        .checks("the setting is Limited", checks::isLimited)
                        .checks("the partner still comes in", checks::consultantComesIn)
                        .checks("the public bucket is closed", checks::bucketIsClosed)
                        .checks("the log tells who was kept out", checks::somebodyWasKeptOut)
                        .hints(
                                "Who is left that you don't know?",
                                "Look at ExternalIdentityReport.proposal(), and leave out whom you don't want.",
                                "accessSettings().update(account, s -> report.proposal().withUsers(limited(partner)))"));
    }

    private Step cleanUp() {
        return Step.of(
                "clean-up",
                "Recap, and clean up",
                s -> s.why("The setting goes back to what it was, or the next person wonders who locked the door.")
                        .minutes(1)
                        .does(doorActs::cleanUp)
                        .checks("nothing that the lab created is left", checks::nothingIsLeft)
                        .hints(
                                "What did you create, and where?",
                                "Route, target, authorization, log; policies; service IDs in two accounts; the setting.",
                                "accessSettings().update(account, s -> AccessManagementSettings.open())"));
    }
}
