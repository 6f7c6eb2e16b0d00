package io.lanyard.workshop.labs.targets;

import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.Lab.Reach;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Step;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Labs: "Let Activity Tracker write": three targets refused, authorized and accepted; events that arrive, and what stops them. */
public final class AuthorizeTargetsLab {
    private final LabEnvironment environment;
    private final AuditState state;
    private final Places places;
    private final WriteTests tests;
    private final Authorizing authorizing;
    private final Routing routing;
    private final Abroad abroad;
    private final Removal removal;
    private final Belongings ours;
    private final TargetsChecks checks;
    private Optional<Belongings> theirs = Optional.empty();

    private AuthorizeTargetsLab(LabEnvironment environment) {
        this.environment = environment;
        this.state = new AuditState(environment);
        var trail = new Trail(environment, state);
        this.places = new Places(environment, state);
        this.tests = new WriteTests(environment, state);
        this.authorizing = new Authorizing(environment, state, tests);
        this.routing = new Routing(environment, state, trail);
        this.abroad = new Abroad(environment, state, tests, routing, trail);
        this.removal = new Removal(environment, state, authorizing, routing, trail);
        this.ours = new Belongings(environment, List.of(Names.STORE, Names.STREAM, Names.LOG));
        this.checks = new TargetsChecks(environment, state, trail, ours);
    }

    /**
     * Writes the lab for a place.
     *
     * @param environment where it will be played
     * @return the lab
     */
    public static Lab in(LabEnvironment environment) {
        var lab = new AuthorizeTargetsLab(environment);
        return new Lab(
                "authorize-targets",
                "Let Activity Tracker write: a bucket, a topic, a log",
                "You can authorize one service to act on another, as narrowly as it goes, and tell why it may not.",
                Reach.PAID,
                List.of(
                        lab.setUp(),
                        lab.refused(),
                        lab.authorizeBucket(),
                        lab.authorizeTopic(),
                        lab.authorizeLog(),
                        lab.route(),
                        lab.otherAccount(),
                        lab.remove(),
                        lab.restore(),
                        lab.cleanUp()));
    }

    private void lookAround(Scene scene) {
        ours.lookAround();
        theirs = environment.partner().map(partner -> new Belongings(partner, List.of(Names.PARTNER_STORE)));
        theirs.ifPresent(Belongings::lookAround);
    }

    private Step setUp() {
        return Step.of(
                "set-up",
                "Three places for events",
                s -> s.why(
                                "Activity Tracker keeps nothing itself. An archive, a stream and a log keep what it collects.")
                        .minutes(3)
                        .startsWith(this::lookAround)
                        .leaves(ours.instances())
                        .leaves(bucketOf(Names.STORE))
                        .does(places::make)
                        .checks("the bucket is there", checks::bucketIsThere)
                        .checks("the topic is there", checks::topicIsThere)
                        .checks("the log is there", checks::logIsThere)
                        .hints(
                                "Where shall events be in a year, in a second, and when somebody asks for one?",
                                "Look at ResourcesClient.instances(): Object Storage, Event Streams, Cloud Logs.",
                                "resources.instances().create(\"audit-archive\", group.id(), Offering.plan(…).in(\"global\"))"));
    }

    private CleanUp<?> bucketOf(String instance) {
        return new CleanUp<>(
                "bucket",
                () -> ours.buckets(instance, Names.bucket(state.account())),
                store -> store.deleteBucket(Names.bucket(state.account())));
    }

    private Step refused() {
        return Step.of(
                "refused",
                "Three targets, and three refusals",
                s -> s.why("A service may do nothing in another one until somebody says so, also in the same account.")
                        .minutes(3)
                        .leaves(ours.targets())
                        .does(tests::refuseAll)
                        .checks("no target was stored", checks::noTargetWasStored)
                        .hints(
                                "Who writes the events: you, or Activity Tracker?",
                                "Look at AuditClient.routing(region).targets(), and at the why below each denial.",
                                "targets.create(\"audit-bucket\", Sink.bucket(store, bucket, endpoint))"));
    }

    private Step authorizeBucket() {
        return Step.of(
                "authorize-bucket",
                "Let it write into one bucket",
                s -> s.why("The role must hold what the write needs, and the bucket must be the right one.")
                        .minutes(4)
                        .leaves(ours.authorizations())
                        .does(authorizing::bucket)
                        .checks("it is Object Writer on the bucket", checks::bucketIsAuthorized)
                        .checks("and on nothing else in the instance", checks::nothingElseInTheStore)
                        .checks("the target is accepted", () -> checks.isAccepted(Names.BUCKET_TARGET))
                        .hints(
                                "Which role has the action that the why names?",
                                "Look at ActivityTracker.toBucket, or say allow(…).toAct(…).on(…) yourself.",
                                "authorizations.create(ActivityTracker.toBucket(store, bucket))"));
    }

    private Step authorizeTopic() {
        return Step.of(
                "authorize-topic",
                "Let it write to one topic, which takes two authorizations",
                s -> s.why("A topic is reached through its cluster: Writer on the topic alone opens no door.")
                        .minutes(3)
                        .does(authorizing::topic)
                        .checks("it is Writer on the topic", checks::topicIsAuthorized)
                        .checks("and Reader on its cluster", checks::clusterIsAuthorized)
                        .checks("the target is accepted", () -> checks.isAccepted(Names.TOPIC_TARGET))
                        .hints(
                                "What has to be reached before the topic?",
                                "Look at the companions of ActivityTracker.toTopic.",
                                "authorizations.ensure(ActivityTracker.toTopic(stream, \"audit\"))"));
    }

    private Step authorizeLog() {
        return Step.of(
                "authorize-log",
                "Let it send to the log, and who may say so",
                s -> s.why("An authorization gives away access to the target, so it takes Administrator on the target.")
                        .minutes(3)
                        .does(authorizing::log)
                        .checks("it is Sender on the log", checks::logIsAuthorized)
                        .checks("the target is accepted", () -> checks.isAccepted(Names.LOG_TARGET))
                        .hints(
                                "Whose access is given away here?",
                                "Look at ActivityTracker.toCloudLogs.",
                                "authorizations.create(ActivityTracker.toCloudLogs(log))"));
    }

    private Step route() {
        return Step.of(
                "route",
                "A route, and one event in three places",
                s -> s.why(
                                "A target receives nothing until a route sends something there; IAM's events are global ones.")
                        .minutes(4)
                        .leaves(ours.actors())
                        .leaves(ours.routes())
                        .does(routing::threePlaces)
                        .checks("the event is in the bucket", checks::eventIsInBucket)
                        .checks("it is in the topic", checks::eventIsInTopic)
                        .checks("it is in the log", checks::eventIsInLog)
                        .hints(
                                "In which location does IAM create a service ID?",
                                "Look at routing.routes() and Rule.of(Location.GLOBAL).",
                                "routes.create(\"audit-three-places\", Rule.of(Location.GLOBAL).to(bucket.id(), topic.id(), log.id()))"));
    }

    private Step otherAccount() {
        return Step.of(
                "other-account",
                "A bucket in another account",
                s -> s.why("Whoever owns the target decides, in the target's account, and names the source account.")
                        .minutes(4)
                        .leaves(theirs(Belongings::instances, "instance"))
                        .leaves(partnersBucket())
                        .leaves(theirs(Belongings::authorizations, "authorization"))
                        .leaves(ours.routes())
                        .does(abroad::play)
                        .checks("the partner has authorized this account", checks::partnerAuthorized)
                        .checks("the target is accepted", () -> checks.isAccepted(Names.PARTNER_TARGET))
                        .checks("an event is in the partner's bucket", checks::eventIsAtPartner)
                        .hints(
                                "In whose account is the thing that is written to?",
                                "Look at Allowance.from: whose Activity Tracker is meant.",
                                "authorizations.create(ActivityTracker.toBucket(store, bucket).from(sourceAccount))"));
    }

    private Step remove() {
        return Step.of(
                "remove",
                "Take one away, and see what stops",
                s -> s.why("Nobody is told when an authorization goes, but the target says so, and events are lost.")
                        .minutes(3)
                        .does(removal::remove)
                        .checks("the event is in the topic and in the log", checks::missedIsElsewhere)
                        .checks("it is not in the bucket", checks::missedIsNotInBucket)
                        .checks("the target says why", checks::targetSaysWhy)
                        .hints(
                                "Where would you look when events stay away?",
                                "Look at AuthorizationsClient.delete, and at Target.writeStatus().",
                                "authorizations.delete(authorization.id()), then targets.get(id).writeStatus()"));
    }

    private Step restore() {
        return Step.of(
                "restore",
                "Give it back, and wait until it has effect",
                s -> s.why("That an authorization can be read doesn't say that it counts yet; a write test does.")
                        .minutes(2)
                        .does(removal::restore)
                        .checks("the target can be written to again", checks::targetWritesAgain)
                        .checks("a new event is in the bucket", checks::againIsInBucket)
                        .checks("the missed one is not in it", checks::missedIsNotInBucket)
                        .hints(
                                "How do you know that it works again, before the next event?",
                                "Look at AuthorizationsClient.await with a probe, and at targets().validate.",
                                "authorizations.await(id, within -> targets(within).validate(target).isWritable())"));
    }

    private Step cleanUp() {
        return Step.of(
                "clean-up",
                "Recap, and clean up",
                s -> s.why("Instances cost money, and an authorization that nobody uses is access that nobody watches.")
                        .minutes(1)
                        .does(AuthorizeTargetsLab::recapAndCleanUp)
                        .checks("nothing that the lab created is left", checks::nothingIsLeft)
                        .hints(
                                "What holds on to what?",
                                "Routes hold targets; after them authorizations, buckets and instances.",
                                "routes, then targets, authorizations, the bucket, the instances"));
    }

    private static void recapAndCleanUp(Scene scene) {
        scene.say(
                "Activity Tracker could write to one bucket, one topic and one log, because their owner said so in the"
                        + " account that owns them; for the partner's bucket, the partner did. It took the right role on the"
                        + " right thing, from the right source. Without it nothing arrives, and nothing is kept for later.");
        scene.cleanUp();
    }

    private CleanUp<?> partnersBucket() {
        return new CleanUp<>(
                "bucket",
                () -> theirs.map(partner -> partner.buckets(Names.PARTNER_STORE, partnersBucketName()))
                        .orElse(List.of()),
                store -> store.deleteBucket(partnersBucketName()));
    }

    private String partnersBucketName() {
        return environment
                .partner()
                .map(partner -> Names.partnerBucket(partner.cloud().requireAccount()))
                .orElse("");
    }

    /** Who the partner is, is known when the lab begins; what to clean up there, before. */
    private <T> CleanUp<T> theirs(Function<Belongings, CleanUp<T>> cleanUp, String kind) {
        return new CleanUp<>(
                kind,
                () -> theirs.isEmpty()
                        ? List.of()
                        : cleanUp.apply(theirs.get()).search().find(),
                thing -> {
                    if (theirs.isPresent()) {
                        cleanUp.apply(theirs.get()).removal().remove(thing);
                    }
                });
    }
}
