package io.lanyard.workshop.labs.external;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import io.lanyard.audit.AuditClient;
import io.lanyard.audit.ExternalIdentityReport;
import io.lanyard.audit.TimeSpan;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import java.time.Duration;

/** External: the steps in which events find their way to the log, and somebody reads them. */
final class LogActs {
    private static final Duration RECENT = Duration.ofMinutes(30);

    private final LabEnvironment environment;
    private final Pipe pipe;
    private final Auditor auditor;
    private final Traffic traffic;
    private final Explained explained;

    LogActs(LabEnvironment environment, Pipe pipe, Auditor auditor, Traffic traffic) {
        this.environment = environment;
        this.pipe = pipe;
        this.auditor = auditor;
        this.traffic = traffic;
        this.explained = new Explained(environment);
    }

    void silentLog(Scene scene) throws Exception {
        scene.ask(
                Request.of("create", "Cloud Logs instance " + Names.LOG + " in eu-de"),
                pipe::createLog,
                log -> "instance " + log.guid());
        explained.show(
                scene,
                scene.refused(Request.of("create", "Activity Tracker target for " + Names.LOG), pipe::createTarget));
        scene.ask(
                Request.of("authorize", "Activity Tracker as Sender on " + Names.LOG),
                pipe::authorize,
                authorization -> "authorization " + authorization.id());
        scene.ask(
                Request.of("create", "Activity Tracker target for " + Names.LOG),
                pipe::createTarget,
                target -> "target " + target.id());
        scene.ask(
                Request.of("route", "events of eu-de and eu-gb to the target"),
                pipe::routeRegions,
                route -> "route " + route.id());
        traffic.once(scene);
        pipe.deliver();
        if (!Question.WOULD_BE_BLOCKED.ask(scene, pipe.log(), RECENT).isEmpty()) {
            throw new UnexpectedStateException("the log has evaluations, though no route takes global events");
        }
        scene.say("Not a word, though three came from outside: what IAM tells is global, and belongs to no region. No"
                + " rule takes it, so it is dropped.");
    }

    void routeGlobal(Scene scene) throws Exception {
        scene.ask(
                Request.of("route", "global events to the target, too"),
                pipe::routeGlobal,
                route -> "route " + route.id() + ": "
                        + String.join(
                                ", ",
                                route.rules().get(0).locations().stream()
                                        .map(Object::toString)
                                        .toList()));
        traffic.once(scene);
        pipe.deliver();
        Question.ALL.ask(scene, pipe.log(), RECENT);
        Question.WOULD_BE_BLOCKED.ask(scene, pipe.log(), RECENT);
    }

    void whoMayRead(Scene scene) throws Exception {
        scene.ask(
                Request.of("create", "service ID " + Names.AUDITOR + " and its key"),
                auditor::create,
                created -> created.id().toString());
        explained.show(scene, scene.refused(auditor.asks(), auditor::looks));
        scene.ask(
                Request.of("grant", "Sender on " + Names.LOG + " to " + Names.AUDITOR),
                auditor::letSend,
                policy -> "policy " + policy.id());
        explained.show(scene, scene.refused(auditor.asks(), auditor::looks));
        scene.ask(
                Request.of("change", "the policy from Sender to Reader"),
                () -> auditor.letRead(auditor.policy()),
                policy -> "policy " + policy.id());
        scene.ask(auditor.asks(), auditor::looks, found -> found.size() + " events");
        auditor.isDeniedToWrite(scene, explained);
    }

    ExternalIdentityReport report(Scene scene) throws Exception {
        Question.WOULD_BE_BLOCKED.ask(scene, pipe.log(), Duration.ofDays(Traffic.DAYS));
        var report = scene.ask(
                Request.of("report", "on identities of other accounts, thirty days back"),
                this::report,
                made -> made.events() + " events, " + made.wouldBeBlocked().size() + " would be blocked");
        scene.say("As a table:");
        scene.print(report.table());
        scene.say("For a spreadsheet:");
        scene.print(report.csv());
        scene.say("For programs, of which this is the part that the settings' API takes:");
        scene.print(proposal(report));
        return report;
    }

    ExternalIdentityReport report() {
        var audit = new AuditClient(environment.cloud());
        var account = environment.cloud().requireAccount();
        var log = pipe.crn();
        var now = environment.now().plusSeconds(1);
        // tag::report[]
        var period = TimeSpan.of(Duration.ofDays(30), now);
        var report = audit.externalIdentities().report(account, audit.logs(log), period);
        // end::report[]
        return report;
    }

    private static String proposal(ExternalIdentityReport report) {
        var whole = JsonParser.parseString(report.json()).getAsJsonObject();
        return new GsonBuilder().setPrettyPrinting().create().toJson(whole.get("proposal"));
    }
}
