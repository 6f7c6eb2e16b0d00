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

    /** How a policy was found to be about who asks. */
    private enum Relation {
        NAMED,
        DESCRIBED,
        PUBLIC_OFF
    }

    private record Found(Bucket bucket, Relation relation) {}

    private record Ranked(Compiled policy, Relation relation, int distance) {}

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
    private final List<Ranked> nearest = new ArrayList<>(NEAREST + 1);
    private int considered;
    private int furthest = Integer.MAX_VALUE;

    private Explainer(Snapshot snapshot, Request request) {
        this.snapshot = snapshot;
        this.request = request;
    }

    static Explanation explain(Snapshot snapshot, Request request) {
        return new Explainer(snapshot, request).explain();
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

    private Explanation otherAccount(@Nullable String account) {
        var clause = new FailedClause(
                FailedClause.Kind.ACCOUNT,
                "accountId",
                "stringEquals",
                snapshot.account().value(),
                Optional.ofNullable(account));
        return new Explanation(
                Wording.question(request), Effect.DENY, List.of(clause.text()), 0, List.of(), List.of(), NOT_MODELLED);
    }

    /** Ranks policies about the service first; those about others only count when there are no three of them. */
    private void collect() {
        var named = buckets();
        named.forEach(found -> {
            considered += found.bucket().size();
            found.bucket().forEachOf(request, policy -> rank(policy, found.relation()));
        });
        if (nearest.size() < NEAREST) {
            named.forEach(found -> found.bucket().forEachOther(request, policy -> rank(policy, found.relation())));
        }
    }

    private List<Found> buckets() {
        var found = new ArrayList<Found>();
        var index = snapshot.index();
        var asker = request.asker();
        if (asker.isService()) {
            var name = asker.service().get("serviceName");
            add(found, name == null ? null : index.services().get(name), Relation.DESCRIBED);
            add(found, index.authorizations(), Relation.DESCRIBED);
            return found;
        }
        if (!asker.isAnybody()) {
            add(found, index.identities().get(asker.id()), Relation.NAMED);
            snapshot.groupsOf(asker).forEach(group -> add(found, index.groups().get(group), Relation.NAMED));
            add(found, index.described(), Relation.DESCRIBED);
        }
        add(
                found,
                index.groups().get(Subject.PUBLIC_ACCESS),
                snapshot.hasPublicAccess() ? Relation.NAMED : Relation.PUBLIC_OFF);
        return found;
    }

    private static void add(List<Found> found, @Nullable Bucket bucket, Relation relation) {
        if (bucket != null && bucket.size() > 0) {
            found.add(new Found(bucket, relation));
        }
    }

    private void rank(Compiled policy, Relation relation) {
        int away = relation == Relation.PUBLIC_OFF ? Compiled.FOR_OTHERS : 0;
        int distance = away + policy.distance(request, relation == Relation.DESCRIBED, furthest - away);
        if (distance > furthest) {
            return;
        }
        var ranked = new Ranked(policy, relation, distance);
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
        var failed = ranked.policy().failures(request, ranked.relation() == Relation.DESCRIBED);
        if (ranked.relation() == Relation.PUBLIC_OFF) {
            failed.add(0, new FailedClause(FailedClause.Kind.SUBJECT, "public access", "is", "on", Optional.of("off")));
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
