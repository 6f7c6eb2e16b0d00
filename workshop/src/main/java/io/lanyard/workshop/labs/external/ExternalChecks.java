package io.lanyard.workshop.labs.external;

import com.ibm.cloud.objectstorage.AmazonServiceException;
import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.Location;
import io.lanyard.audit.Target;
import io.lanyard.core.AccessDeniedException;
import io.lanyard.policy.RoleId;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.labs.LabEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** External: what must hold after each step, told by looking at settings, routing, policies and the log itself. */
final class ExternalChecks {
    private static final Duration ALL = Duration.ofDays(Traffic.DAYS + 2L);
    private static final String EVALUATIONS = "action:\"" + Names.EVALUATION + "\"";

    private final LabEnvironment environment;
    private final Guests guests;
    private final Shelf shelf;
    private final Doors doors;
    private final Pipe pipe;
    private final Auditor auditor;
    private final PublicBucket bucket;

    ExternalChecks(
            LabEnvironment environment,
            Guests guests,
            Shelf shelf,
            Doors doors,
            Pipe pipe,
            Auditor auditor,
            PublicBucket bucket) {
        this.environment = environment;
        this.guests = guests;
        this.shelf = shelf;
        this.doors = doors;
        this.pipe = pipe;
        this.auditor = auditor;
        this.bucket = bucket;
    }

    Verdict imageIsThere() {
        return Verdict.when(
                shelf.hasImage(),
                "there is no " + Names.IMAGE + " in " + Names.SHELF,
                "push it there as the account owner");
    }

    Verdict outsidersHavePolicies() {
        var robot = guests.robot().find();
        if (robot.isEmpty()) {
            return Verdict.fail("the partner has no service ID " + Names.ROBOT, "create it in the partner's account");
        }
        boolean granted = shelf.policies().stream()
                .anyMatch(policy -> policy.subject()
                        .iamId()
                        .filter(robot.get().iamId()::equals)
                        .isPresent());
        return Verdict.when(
                granted,
                "no policy of the lab names " + robot.get().iamId(),
                "grant it Reader on namespace " + Names.NAMESPACE);
    }

    Verdict isWatched() {
        return Verdict.when(
                doors.isWatchedOrLimited(),
                "users or service IDs of other accounts aren't looked at: " + Doors.words(doors.now()),
                "set external identity interactions to Report-only");
    }

    Verdict activityTrackerIsAuthorized() {
        if (pipe.instance().isEmpty()) {
            return Verdict.fail("there is no Cloud Logs instance " + Names.LOG, "create it in eu-de");
        }
        return Verdict.when(
                pipe.isAuthorized(),
                "no authorization lets Activity Tracker send there",
                "authorize atracker as Sender on the instance");
    }

    Verdict targetIsWritable() {
        return Verdict.when(
                pipe.target().filter(Target::isWritable).isPresent(),
                "no target can be written to that leads to " + Names.LOG,
                "create it, once Activity Tracker is authorized");
    }

    Verdict globalIsRouted() {
        boolean routed = pipe.route()
                .filter(route -> route.rules().stream()
                        .anyMatch(rule -> rule.locations().contains(Location.GLOBAL)
                                || rule.locations().contains(Location.ALL)))
                .isPresent();
        return Verdict.when(
                routed, "no route sends global events to the log", "name 'global' among the locations of the route");
    }

    Verdict logTellsOfThem() {
        if (pipe.instance().isEmpty()) {
            return Verdict.fail("there is no Cloud Logs instance " + Names.LOG, "create it in eu-de");
        }
        return Verdict.when(
                !evaluations().isEmpty(),
                "the log has no event " + Names.EVALUATION,
                "let somebody from outside come in, and wait a little");
    }

    Verdict auditorMayReadAlone() {
        if (auditor.self().find().isEmpty()) {
            return Verdict.fail("there is no service ID " + Names.AUDITOR, "create it");
        }
        var policies = auditor.policies();
        var roles = policies.stream().flatMap(policy -> policy.roles().stream()).toList();
        return Verdict.when(
                roles.equals(List.of(RoleId.READER)),
                "its roles are " + roles.stream().map(RoleId::displayName).toList(),
                "let its one policy grant Reader on the log, and nothing else");
    }

    Verdict logHasThirtyDays() {
        var times = evaluations().stream()
                .map(AuditEvent::eventTime)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (times.isEmpty()) {
            return Verdict.notRun("the log tells of nobody yet");
        }
        Instant first = times.get(0);
        Instant last = times.get(times.size() - 1);
        return Verdict.when(
                !first.plus(Duration.ofDays(Traffic.DAYS - 2L)).isAfter(last),
                "the log knows those from " + first + " to " + last,
                "watch for thirty days, or turn the sandbox's clock");
    }

    Verdict reportIsComplete(LogActs acts) {
        if (pipe.instance().isEmpty()) {
            return Verdict.notRun("there is no log to report on");
        }
        var report = acts.report();
        return Verdict.when(
                report.isComplete() && !report.findings().isEmpty(),
                report.findings().size() + " identities, " + report.unreadable() + " unreadable events",
                "route global events to the log, and let somebody come in");
    }

    Verdict partnerIsAllowed() {
        var partner = guests.partner();
        var settings = doors.now();
        return Verdict.when(
                settings.users().allows(partner) && settings.serviceIds().allows(partner),
                "the partner's account isn't on both lists",
                "allow account " + partner + " for users and service IDs");
    }

    Verdict logTellsWhoWouldPass() {
        if (pipe.instance().isEmpty()) {
            return Verdict.notRun("there is no log to look into");
        }
        return Verdict.when(
                !pipe.log().events(Question.WOULD_PASS.lucene(), ALL).isEmpty(),
                "nobody was found who would pass",
                "let the partner come in once more, while the setting is Report-only");
    }

    Verdict bucketIsOpen() {
        if (!bucket.isThere()) {
            return Verdict.fail("there is no instance " + Names.STORE, "create it, with a bucket and " + Names.FILE);
        }
        return Verdict.when(
                bucket.isOpen(),
                "no policy of the group Public Access is about the bucket",
                "grant Content Reader on the bucket to everybody");
    }

    /** Tries, because reading changes nothing. */
    Verdict bucketIsClosed() {
        if (!bucket.isThere()) {
            return Verdict.notRun("there is no instance " + Names.STORE + " yet");
        }
        try {
            return Verdict.fail(
                    bucket.readWithoutToken().length() + " bytes were read without a token",
                    "set users to Limited: whoever shows no token counts as one");
        } catch (AmazonServiceException e) {
            return Verdict.when(
                    e.getStatusCode() == 403 && bucket.isOpen(),
                    "it is closed for another reason: " + e.getErrorCode(),
                    "grant Content Reader on the bucket to everybody");
        }
    }

    Verdict isLimited() {
        return Verdict.when(
                doors.isLimited(), "the setting is: " + Doors.words(doors.now()), "set it to Limited, for all types");
    }

    Verdict consultantComesIn() {
        if (environment.partner().isEmpty()) {
            return Verdict.notRun("the partner's key is not known here: set LANYARD_PARTNER_API_KEY and"
                    + " LANYARD_PARTNER_ACCOUNT_ID, as './lanyard sandbox' prints them");
        }
        if (!doors.isLimited()) {
            return Verdict.notRun("the setting isn't Limited yet");
        }
        try {
            var settings = guests.consultantLooks();
            return Verdict.when(
                    settings.accountId().equals(environment.cloud().requireAccount()),
                    "she sees account " + settings.accountId(),
                    "ask about your own account");
        } catch (AccessDeniedException e) {
            return Verdict.fail("she is kept out: " + e.getMessage(), "put the partner's account on the list of users");
        }
    }

    Verdict somebodyWasKeptOut() {
        if (pipe.instance().isEmpty()) {
            return Verdict.notRun("there is no log to look into");
        }
        return Verdict.when(
                !pipe.log().events(Question.BLOCKED.lucene(), ALL).isEmpty(),
                "the log tells of nobody who was kept out",
                "let somebody try whose account isn't on the list");
    }

    Verdict nothingIsLeft() {
        return left().map(thing -> Verdict.fail(thing + " is still there", "remove it"))
                .orElseGet(Verdict::pass);
    }

    private Optional<String> left() {
        if (pipe.instance().isPresent()) {
            return Optional.of("the Cloud Logs instance " + Names.LOG);
        }
        if (!shelf.policies().isEmpty()) {
            return Optional.of("a policy of the lab");
        }
        if (auditor.self().find().isPresent()) {
            return Optional.of("the service ID " + Names.AUDITOR);
        }
        if (bucket.isThere()) {
            return Optional.of("the Object Storage instance " + Names.STORE);
        }
        if (shelf.hasNewNamespace()) {
            return Optional.of("the namespace " + Names.NAMESPACE);
        }
        return environment.partner().isPresent() && guests.robot().find().isPresent()
                ? Optional.of("the partner's service ID " + Names.ROBOT)
                : Optional.empty();
    }

    private List<AuditEvent> evaluations() {
        return pipe.instance().isEmpty() ? List.of() : pipe.log().events(EVALUATIONS, ALL);
    }
}
