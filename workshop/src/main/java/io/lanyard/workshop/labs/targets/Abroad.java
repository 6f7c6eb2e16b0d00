package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.Target;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.Allowance;
import io.lanyard.authorizations.Authorization;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.concurrent.Callable;

/** Targets lab: a target in the account of somebody else, who alone may say that it is written to. */
final class Abroad {
    private static final String PARTNER = "the partner";

    private final LabEnvironment environment;
    private final AuditState state;
    private final WriteTests tests;
    private final Routing routing;
    private final Trail trail;

    Abroad(LabEnvironment environment, AuditState state, WriteTests tests, Routing routing, Trail trail) {
        this.environment = environment;
        this.state = state;
        this.tests = tests;
        this.routing = routing;
        this.trail = trail;
    }

    void play(Scene scene) throws Exception {
        var partner = partner();
        var theirs = new AuditState(partner);
        var places = new Places(partner, theirs, PARTNER);
        var bucket = Names.partnerBucket(theirs.account());
        var store = places.makeStore(scene, Names.PARTNER_STORE).crn();
        places.makeBucket(scene, store, bucket);
        Callable<Target> target = () -> tests.bucket(Names.PARTNER_TARGET, store, bucket);
        tests.refused(scene, Names.PARTNER_TARGET, target);

        scene.say("First mistake: to authorize it from here. An authorization lives where the target is, and you are"
                + " nobody there.");
        tests.explain(
                scene,
                scene.refused(
                        Request.of("authorize", "Activity Tracker on the partner's bucket"),
                        () -> new AuthorizationsClient(environment.cloud())
                                .create(fromHere(store, bucket, state.account()))));

        scene.say("Second mistake: the partner authorizes it, and forgets to say whose Activity Tracker is meant.");
        var forgetful = authorize(scene, partner, "Activity Tracker", () -> withoutSource(partner, store, bucket));
        tests.refused(scene, Names.PARTNER_TARGET, target);
        scene.ask(
                Request.of("remove", Authorizing.id(forgetful)).as(PARTNER),
                () -> {
                    new AuthorizationsClient(partner.cloud()).delete(forgetful.id());
                    return forgetful;
                },
                gone -> "removed");

        authorize(
                scene,
                partner,
                "Activity Tracker of account " + state.account(),
                () -> withSource(partner, store, bucket, state.account()));
        tests.accepted(scene, Names.PARTNER_TARGET, target);
        follow(scene, theirs, bucket);
    }

    private void follow(Scene scene, AuditState theirs, String bucket) throws Exception {
        scene.ask(
                Request.of("create", "route " + Names.PARTNER_ROUTE + ": global events to " + Names.PARTNER_TARGET),
                () -> routing.toPartner(state.demandTarget(Names.PARTNER_TARGET)),
                route -> route.id().toString());
        var actor = routing.act(scene, Names.SEEN_ABROAD);
        var found = scene.ask(
                Request.of("read", "the bucket " + bucket).as(PARTNER),
                () -> trail.await("the event in bucket " + bucket, () -> Trail.inPartnersBucket(theirs, trail, actor)),
                there -> "there is an object with the event in it");
        routing.show(scene, found);
    }

    private static Authorization authorize(
            Scene scene, LabEnvironment partner, String whom, Callable<Authorization> call) throws Exception {
        var where = " as Object Writer on bucket " + Names.partnerBucket(new AuditState(partner).account());
        return scene.ask(Request.of("authorize", whom + where).as(PARTNER), call, Authorizing::id);
    }

    private static Authorization withoutSource(LabEnvironment partner, Crn store, String bucket) {
        var authorizations = new AuthorizationsClient(partner.cloud());
        // tag::forgotten-source[]
        var made = authorizations.create(
                ActivityTracker.toBucket(store, bucket).because("authorize-targets workshop: source forgotten"));
        // end::forgotten-source[]
        return made;
    }

    private static Authorization withSource(LabEnvironment partner, Crn store, String bucket, AccountId source) {
        var authorizations = new AuthorizationsClient(partner.cloud());
        // tag::authorize-abroad[]
        var made = authorizations.create(ActivityTracker.toBucket(store, bucket)
                .from(source)
                .because("authorize-targets workshop: for a friend"));
        // end::authorize-abroad[]
        return made;
    }

    private static Allowance fromHere(Crn store, String bucket, AccountId source) {
        return ActivityTracker.toBucket(store, bucket).from(source).because(Names.MARK + ": from the wrong side");
    }

    private LabEnvironment partner() {
        return environment
                .partner()
                .orElseThrow(() -> new UnexpectedStateException(
                        "there is no second account: set LANYARD_PARTNER_API_KEY" + " and LANYARD_PARTNER_ACCOUNT_ID"));
    }
}
