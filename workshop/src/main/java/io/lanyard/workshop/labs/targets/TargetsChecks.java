package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.Target;
import io.lanyard.authorizations.Authorization;
import io.lanyard.core.Crn;
import io.lanyard.identity.ServiceId;
import io.lanyard.policy.RoleId;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Targets lab: what must hold after each step. A check whose step is behind already says so. */
final class TargetsChecks {
    private static final String NO_PARTNER = "there is no second account to look into: set LANYARD_PARTNER_API_KEY and"
            + " LANYARD_PARTNER_ACCOUNT_ID, as './lanyard sandbox' prints them";

    private final LabEnvironment environment;
    private final AuditState state;
    private final Trail trail;
    private final Belongings belongings;

    TargetsChecks(LabEnvironment environment, AuditState state, Trail trail, Belongings belongings) {
        this.environment = environment;
        this.state = state;
        this.trail = trail;
        this.belongings = belongings;
    }

    Verdict bucketIsThere() {
        var bucket = Names.bucket(state.account());
        return with(
                Names.STORE,
                store -> Verdict.when(
                        state.store(store).hasBucket(bucket),
                        "there is no bucket " + bucket,
                        "create it in " + Names.STORE));
    }

    Verdict topicIsThere() {
        return with(
                Names.STREAM,
                stream -> Verdict.when(
                        state.streams().hasTopic(Names.TOPIC),
                        "there is no topic " + Names.TOPIC,
                        "create it in " + Names.STREAM));
    }

    Verdict logIsThere() {
        return with(Names.LOG, log -> Verdict.pass());
    }

    private Verdict with(String instance, Function<Crn, Verdict> look) {
        return state.instance(instance)
                .map(found -> look.apply(found.crn()))
                .orElseGet(
                        () -> Verdict.fail("no instance has the name " + instance, "create the instance " + instance));
    }

    Verdict noTargetWasStored() {
        if (!state.authorizations().isEmpty()) {
            return Verdict.notDue("something is authorized already, so this step is behind you");
        }
        return state.target(Names.BUCKET_TARGET)
                .or(() -> state.target(Names.TOPIC_TARGET))
                .or(() -> state.target(Names.LOG_TARGET))
                .map(target -> Verdict.fail(
                        "the target " + target.name() + " is there without any authorization",
                        "delete it; was it made with an API key?"))
                .orElseGet(Verdict::pass);
    }

    Verdict bucketIsAuthorized() {
        if (isTakenAway()) {
            return Verdict.notDue("the authorization was taken away again, so this step is behind you");
        }
        var bucket = Names.bucket(state.account());
        return authorized(
                Names.STORE,
                one -> grants(one, "ObjectWriter", bucket),
                "authorize Activity Tracker as Object Writer on bucket " + bucket);
    }

    Verdict nothingElseInTheStore() {
        var bucket = Names.bucket(state.account());
        return with(
                Names.STORE,
                store -> state.authorizationsOn(store).stream()
                        .filter(one -> !grants(one, "ObjectWriter", bucket))
                        .findFirst()
                        .map(one -> Verdict.fail(
                                Authorizing.id(one) + " is about " + words(one),
                                "remove it: it is more than is needed"))
                        .orElseGet(Verdict::pass));
    }

    Verdict topicIsAuthorized() {
        return authorized(
                Names.STREAM,
                one -> grants(one, "Writer", Names.TOPIC),
                "authorize Activity Tracker as Writer on topic " + Names.TOPIC);
    }

    Verdict clusterIsAuthorized() {
        return authorized(
                Names.STREAM,
                one -> holds(one, "Reader")
                        && one.resource()
                                .value("resourceType")
                                .filter("cluster"::equals)
                                .isPresent(),
                "authorize Activity Tracker as Reader on the cluster of " + Names.STREAM);
    }

    Verdict logIsAuthorized() {
        return authorized(
                Names.LOG, one -> holds(one, "Sender"), "authorize Activity Tracker as Sender on " + Names.LOG);
    }

    private Verdict authorized(String instance, java.util.function.Predicate<Authorization> wanted, String todo) {
        return with(
                instance,
                crn -> Verdict.when(
                        state.authorizationsOn(crn).stream().anyMatch(wanted),
                        "no authorization of Activity Tracker on " + instance + " says so",
                        todo));
    }

    private static boolean grants(Authorization one, String role, String resource) {
        return holds(one, role)
                && one.resource().value("resource").filter(resource::equals).isPresent();
    }

    private static boolean holds(Authorization one, String role) {
        return one.roles().stream().anyMatch(held -> held.name().equals(role));
    }

    private static String words(Authorization one) {
        return one.resource().value("resource").orElse("the whole instance") + ", as "
                + one.roles().stream().map(RoleId::displayName).collect(Collectors.joining(", "));
    }

    Verdict isAccepted(String name) {
        return state.target(name)
                .map(target -> Verdict.pass())
                .orElseGet(() -> Verdict.fail("there is no target " + name, "create it, now that it is authorized"));
    }

    Verdict eventIsInBucket() {
        return told(Names.SEEN, actor -> trail.inOurBucket(actor).isPresent(), "bucket");
    }

    Verdict eventIsInTopic() {
        return told(
                Names.SEEN,
                actor -> trail.inTopic(actor)
                        .filter(found -> "audit".equals(found.headers().get("type")))
                        .isPresent(),
                "topic, with the header type=audit,");
    }

    Verdict eventIsInLog() {
        return told(
                Names.SEEN,
                actor -> trail.inLog(actor).filter(Routing::isOfAuditEvents).isPresent(),
                "log");
    }

    private Verdict told(String name, Function<ServiceId, Boolean> look, String where) {
        return state.actor(name)
                .map(actor -> Verdict.when(
                        look.apply(actor),
                        "nothing in the " + where + " tells of the creation of " + name,
                        "route global events to the " + where + " target, then create a service ID " + name
                                + " again; events take a moment"))
                .orElseGet(() -> Verdict.fail("there is no service ID " + name, "create one: that is the event"));
    }

    Verdict partnerAuthorized() {
        return abroad(theirs -> {
            var bucket = Names.partnerBucket(theirs.account());
            return Verdict.when(
                    theirs.authorizations().stream()
                            .filter(one -> grants(one, "ObjectWriter", bucket))
                            .anyMatch(one -> one.source()
                                    .account()
                                    .filter(state.account()::equals)
                                    .isPresent()),
                    "no authorization there names bucket " + bucket + " and source account " + state.account(),
                    "create it in the partner's account, from(" + state.account() + ")");
        });
    }

    Verdict eventIsAtPartner() {
        return abroad(theirs -> told(
                Names.SEEN_ABROAD,
                actor -> Trail.inPartnersBucket(theirs, trail, actor).isPresent(),
                "partner's bucket"));
    }

    private Verdict abroad(Function<AuditState, Verdict> look) {
        return environment
                .partner()
                .map(partner -> look.apply(new AuditState(partner)))
                .orElseGet(() -> Verdict.notRun(NO_PARTNER));
    }

    Verdict missedIsElsewhere() {
        return told(
                Names.MISSED,
                actor -> trail.inTopic(actor).isPresent() && trail.inLog(actor).isPresent(),
                "topic and log");
    }

    Verdict missedIsNotInBucket() {
        return state.actor(Names.MISSED)
                .map(actor -> Verdict.when(
                        trail.inOurBucket(actor).isEmpty(),
                        "the bucket tells of " + Names.MISSED,
                        "remove the authorization before you create the service ID"))
                .orElseGet(() -> Verdict.fail(
                        "there is no service ID " + Names.MISSED, "remove the authorization, then create it"));
    }

    Verdict targetSaysWhy() {
        if (isRestored()) {
            return Verdict.notDue("the authorization is back, so this step is behind you");
        }
        return status(
                target -> !target.isWritable()
                        && target.writeStatus().reasonForLastFailure().isPresent(),
                "remove the authorization on the bucket, and do something");
    }

    Verdict targetWritesAgain() {
        if (state.actor(Names.MISSED).isEmpty()) {
            return Verdict.notRun("nothing was taken away yet");
        }
        return status(Target::isWritable, "authorize Activity Tracker again, and validate the target");
    }

    private Verdict status(java.util.function.Predicate<Target> wanted, String todo) {
        return state.target(Names.BUCKET_TARGET)
                .map(target -> Verdict.when(
                        wanted.test(target),
                        "its write status is " + target.writeStatus().status(),
                        todo))
                .orElseGet(() -> Verdict.fail("there is no target " + Names.BUCKET_TARGET, "create it"));
    }

    Verdict againIsInBucket() {
        return told(Names.SEEN_AGAIN, actor -> trail.inOurBucket(actor).isPresent(), "bucket");
    }

    Verdict nothingIsLeft() {
        return belongings
                .left()
                .map(id -> Verdict.fail(id + " is still there", "remove it"))
                .orElseGet(Verdict::pass);
    }

    private boolean isTakenAway() {
        return state.actor(Names.MISSED).isPresent() && !isRestored();
    }

    private boolean isRestored() {
        return state.actor(Names.SEEN_AGAIN).isPresent();
    }
}
