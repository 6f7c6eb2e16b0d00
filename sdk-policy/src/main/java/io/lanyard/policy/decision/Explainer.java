package io.lanyard.policy.decision;

import io.lanyard.policy.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decision: why a request was denied. A second pass, over the policies that name who asks and no others; they are ranked first, and
 * only the nearest three are put into words.
 */
final class Explainer {
    /** What IBM Cloud applies on top of a permit, and a snapshot knows nothing of. */
    static final List<String> NOT_MODELLED = List.of(
            "context-based restrictions", "external-identity settings of the account", "enterprise action controls");

    private static final int NEAREST = 3;

    /** How far an authorization is from permitting only because it was created in another account than its target's. */
    private static final int OTHER_ACCOUNT = 2;

    /** How a policy was found to be about who asks. */
    private enum Relation {
        NAMED,
        DESCRIBED,
        PUBLIC_OFF
    }

    /** Policies, and the request as their account would be asked. */
    private record Found(Bucket bucket, Relation relation, Request request) {
        boolean isElsewhere(Request asked) {
            return request != asked;
        }
    }

    private record Ranked(Compiled policy, Found from, int distance) {}

    /** Steady: among equally near ones, by id. */
    private static final Comparator<Ranked> NEAREST_FIRST = (one, other) -> one.distance() != other.distance()
            ? Integer.compare(one.distance(), other.distance())
            : one.policy()
                    .policy()
                    .id()
                    .value()
                    .compareTo(other.policy().policy().id().value());

    private final Snapshot snapshot;
    private final Request request;
    private final List<Snapshot> elsewhere;
    private final List<Ranked> nearest = new ArrayList<>(NEAREST + 1);
    private int considered;
    private int furthest = Integer.MAX_VALUE;

    private Explainer(Snapshot snapshot, Request request, List<Snapshot> elsewhere) {
        this.snapshot = snapshot;
        this.request = request;
        this.elsewhere = elsewhere;
    }

    static Explanation explain(Snapshot snapshot, Request request, List<Snapshot> elsewhere) {
        return new Explainer(snapshot, request, elsewhere).explain();
    }

    private Explanation explain() {
        var account = request.slot(Slots.ACCOUNT);
        if (!snapshot.account().value().equals(account)) {
            return otherAccount(account);
        }
        collect();
        var candidates = nearest.stream().map(this::candidate).toList();
        var fixes = Fixes.of(snapshot, request, candidates);
        return new Explanation(
                Wording.question(request),
                Effect.DENY,
                Wording.why(request, considered, candidates),
                considered,
                candidates,
                fixes,
                notModelled());
    }

    /** The clause about an account that isn't the one asked. */
    private FailedClause notHere(@Nullable String account) {
        return new FailedClause(
                FailedClause.Kind.ACCOUNT,
                "accountId",
                "stringEquals",
                snapshot.account().value(),
                Optional.ofNullable(account));
    }

    private Explanation otherAccount(@Nullable String account) {
        var clause = notHere(account);
        return new Explanation(
                Wording.question(request), Effect.DENY, List.of(clause.text()), 0, List.of(), List.of(), NOT_MODELLED);
    }

    /** Ranks policies about the service first; those about others only count when there are no three of them. */
    private void collect() {
        var named = buckets();
        named.forEach(found -> {
            considered += found.bucket().size();
            found.bucket().forEachOf(request, policy -> rank(policy, found));
        });
        if (nearest.size() < NEAREST) {
            named.forEach(found -> found.bucket().forEachOther(request, policy -> rank(policy, found)));
        }
        for (var other : elsewhere) {
            var there = request.with(Slots.name(Slots.ACCOUNT), other.account().value());
            authorizations(other, there)
                    .forEach(found -> found.bucket().forEachOf(there, policy -> rank(policy, found)));
        }
    }

    private List<Found> buckets() {
        var found = new ArrayList<Found>();
        var index = snapshot.index();
        var asker = request.asker();
        if (asker.isService()) {
            return authorizations(snapshot, request);
        }
        if (!asker.isAnybody()) {
            add(found, index.identities().get(asker.id()), Relation.NAMED, request);
            snapshot.groupsOf(asker).forEach(group -> add(found, index.groups().get(group), Relation.NAMED, request));
            add(found, index.described(), Relation.DESCRIBED, request);
        }
        add(
                found,
                index.groups().get(Subject.PUBLIC_ACCESS),
                snapshot.hasPublicAccess() ? Relation.NAMED : Relation.PUBLIC_OFF,
                request);
        return found;
    }

    private static List<Found> authorizations(Snapshot account, Request asked) {
        var found = new ArrayList<Found>();
        var name = asked.asker().service().get("serviceName");
        var index = account.index();
        add(found, name == null ? null : index.services().get(name), Relation.DESCRIBED, asked);
        add(found, index.authorizations(), Relation.DESCRIBED, asked);
        return found;
    }

    private static void add(List<Found> found, @Nullable Bucket bucket, Relation relation, Request asked) {
        if (bucket != null && bucket.size() > 0) {
            found.add(new Found(bucket, relation, asked));
        }
    }

    private void rank(Compiled policy, Found from) {
        int away = (from.relation() == Relation.PUBLIC_OFF ? Compiled.FOR_OTHERS : 0)
                + (from.isElsewhere(request) ? OTHER_ACCOUNT : 0);
        int distance = away + policy.distance(from.request(), from.relation() == Relation.DESCRIBED, furthest - away);
        if (distance > furthest) {
            return;
        }
        var ranked = new Ranked(policy, from, distance);
        if (nearest.size() < NEAREST) {
            nearest.add(ranked);
        } else if (NEAREST_FIRST.compare(ranked, nearest.get(NEAREST - 1)) < 0) {
            nearest.set(NEAREST - 1, ranked);
        } else {
            return;
        }
        nearest.sort(NEAREST_FIRST);
        furthest = nearest.size() < NEAREST
                ? Integer.MAX_VALUE
                : nearest.get(NEAREST - 1).distance();
    }

    private Candidate candidate(Ranked ranked) {
        var from = ranked.from();
        var failed = ranked.policy().failures(from.request(), from.relation() == Relation.DESCRIBED);
        if (from.relation() == Relation.PUBLIC_OFF) {
            failed.add(0, new FailedClause(FailedClause.Kind.SUBJECT, "public access", "is", "on", Optional.of("off")));
        }
        if (from.isElsewhere(request)) {
            failed.add(0, notHere(from.request().slot(Slots.ACCOUNT)));
        }
        return new Candidate(ranked.policy().policy(), failed);
    }

    private List<String> notModelled() {
        var parts = new LinkedHashSet<String>();
        for (var ranked : nearest) {
            for (var part : ranked.policy().notModelled()) {
                parts.add(part + " in policy " + ranked.policy().policy().id());
            }
        }
        parts.addAll(NOT_MODELLED);
        return List.copyOf(parts);
    }
}
