package io.lanyard.workshop.labs.external;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.SENDER;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.LogEntry;
import io.lanyard.audit.LogLine;
import io.lanyard.audit.Query;
import io.lanyard.authorizations.Destinations;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.labs.OwnServiceId;
import java.util.List;

/** External: who looks into the log: a service ID that may read there, and do nothing else anywhere. */
final class Auditor {
    private final LabEnvironment environment;
    private final OwnServiceId self;
    private final Pipe pipe;

    Auditor(LabEnvironment environment, Pipe pipe) {
        this.environment = environment;
        this.pipe = pipe;
        this.self = new OwnServiceId(environment, Names.AUDITOR, Names.AUDITOR_KEY);
    }

    OwnServiceId self() {
        return self;
    }

    ServiceId create() {
        var identity = new IdentityClient(environment.cloud());
        var account = environment.cloud().requireAccount();
        var auditor = identity.serviceIds().create(account, Names.AUDITOR, s -> s.description("Reads the IAM log"));
        self.keep(identity.apiKeys().create(auditor.iamId(), Names.AUDITOR + "-key", k -> k.account(account)));
        return auditor;
    }

    /** The wrong role first: it sounds like the right one for a log. */
    Policy letSend() {
        return new PolicyClient(environment.cloud())
                .policies()
                .create(grant(SENDER)
                        .to(self.demand().iamId())
                        .on(Destinations.instance(pipe.crn()))
                        .because(Names.MARK + "the auditor looks into the log"));
    }

    Policy letRead(Policy policy) {
        var policies = new PolicyClient(environment.cloud()).policies();
        // tag::reader-on-log[]
        var changed = policies.update(policy.id(), p -> p.withRoles(READER));
        // end::reader-on-log[]
        return changed;
    }

    Policy policy() {
        return policies().stream()
                .findFirst()
                .orElseThrow(() -> new UnexpectedStateException("no policy names " + Names.AUDITOR));
    }

    List<Policy> policies() {
        return self.find()
                .map(auditor -> Shelf.policiesOf(environment, auditor.iamId()))
                .orElse(List.of());
    }

    Request asks() {
        return Request.of("query", Question.WOULD_BE_BLOCKED.lucene()).as(Names.AUDITOR);
    }

    List<LogEntry> looks() {
        var cloud = environment.as(self.demandKey());
        var log = pipe.crn();
        var sinceYesterday = environment.now().minusSeconds(86_400);
        var soon = environment.now().plusSeconds(60);
        // tag::auditor-looks[]
        var wouldBeBlocked = Query.lucene("action:\"iam-access-management.account-settings.eval\""
                + " AND responseData.isEnforced:\"false\" AND responseData.decision:\"Deny\"");
        var found = new AuditClient(cloud).logs(log).query(wouldBeBlocked.between(sinceYesterday, soon));
        // end::auditor-looks[]
        return found;
    }

    /** Whoever reads evidence must not be able to write some. */
    void isDeniedToWrite(Scene scene, Explained explained) throws Exception {
        var cloud = environment.as(self.demandKey());
        explained.show(
                scene, scene.refused(Request.of("send", "a line to the log").as(Names.AUDITOR), () -> {
                    new AuditClient(cloud)
                            .logs(pipe.crn())
                            .ingestion()
                            .send(LogLine.of("ibm-audit-event", "iam-am", "nothing happened"));
                    return cloud;
                }));
    }
}
