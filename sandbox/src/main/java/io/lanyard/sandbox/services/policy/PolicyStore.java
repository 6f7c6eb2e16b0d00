// Room: sandbox / policy management. The policies of an account.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonObject;
import io.lanyard.policy.PolicyId;
import io.lanyard.sandbox.services.roles.AccountRoles;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Activity;
import io.lanyard.sandbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All policies, the deleted ones too, and how often each permitted something. Every change reaches the guard. */
public final class PolicyStore {
    /** How long a deleted policy can be restored; IBM doesn't publish it. */
    static final Duration RETENTION = Duration.ofDays(30);

    /** How many deleted policies an account remembers; ours, so that memory stays bounded. */
    static final int MOST_DELETED = 1_000;

    private final Account account;
    private final Store<StoredPolicy> policies;
    private final Set<String> deleted = new LinkedHashSet<>();
    private final Map<String, Map<String, StoredPolicy>> activeBySubject = new ConcurrentHashMap<>();
    private final Map<String, Activity> permits = new ConcurrentHashMap<>();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger tagged = new AtomicInteger();
    private volatile PolicyQuotas quotas = PolicyQuotas.DEFAULT;

    private PolicyStore(Account account) {
        this.account = account;
        var rules = AccessRules.of(account);
        policies = account.store((id, before, after) -> {
            // What can't be judged throws here, before anything is counted.
            if (after != null && after.active()) {
                rules.change(snapshot -> snapshot.with(after.judged()));
            } else if (before != null && before.active()) {
                rules.change(snapshot -> snapshot.without(PolicyId.of(id)));
            }
            if (before != null && before.active()) {
                count(before, -1);
            }
            if (after != null && after.active()) {
                count(after, 1);
            }
        });
        AccountRoles.of(account).whenRemoved(role -> removeRole(role.crn()));
    }

    /** How many active policies there are, and how many of them share a subject or have tags. */
    record Counts(int all, int ofSubject, int tagged) {}

    Counts counts(PolicyBody body) {
        return new Counts(active.get(), sameSubject(body).size(), tagged.get());
    }

    private Map<String, StoredPolicy> sameSubject(PolicyBody body) {
        return activeBySubject.getOrDefault(body.subjectKey(), Map.of());
    }

    private void count(StoredPolicy policy, int step) {
        active.addAndGet(step);
        if (!policy.body().tags().isEmpty()) {
            tagged.addAndGet(step);
        }
        activeBySubject.compute(policy.body().subjectKey(), (key, there) -> {
            Map<String, StoredPolicy> bucket = there == null ? new ConcurrentHashMap<>() : there;
            if (step > 0) {
                bucket.put(policy.id(), policy);
            } else {
                bucket.remove(policy.id());
            }
            return bucket.isEmpty() ? null : bucket;
        });
    }

    /** The policies of an account. */
    public static PolicyStore of(Account account) {
        return account.part(PolicyStore.class, PolicyStore::new);
    }

    /** The account's limits. */
    public PolicyQuotas quotas() {
        return quotas;
    }

    /** Sets other limits, as IBM's support does on request. */
    public void quotas(PolicyQuotas others) {
        quotas = others;
    }

    /** Deletes all policies whose subject is this identity or group, as its own deletion demands. */
    public void removeSubject(String subject) {
        remove(policy -> ofSubject(policy, subject));
    }

    /** Deletes a policy that another service made; nothing happens when somebody deleted it before. */
    public void remove(String id) {
        remove(policy -> policy.id().equals(id));
    }

    /** Deletes policies as a consequence of something else, and returns them. */
    List<StoredPolicy> remove(Predicate<StoredPolicy> which) {
        List<StoredPolicy> found = active().filter(which).toList();
        found.forEach(policy -> put(policy.in(
                false, account.now(), account.ownerIamId(), account.ids().nextEntityTag(policy.entityTag()))));
        return found;
    }

    /**
     * Makes a policy that another service needs, such as the one of a service key. Whether its maker may give that much is asked
     * before. Returns its id.
     *
     * @param v2 its body in the version 2 of the schema
     * @param by the IAM id of its maker
     */
    public String grant(JsonObject v2, String by) {
        PolicyBody body = V2Schema.read(v2);
        BodyChecks.check(body);
        PolicyRoles.check(account, body);
        PolicyChecks.writable(account, body);
        PolicyChecks.withinQuotas(account, body);
        var now = account.now();
        var policy = new StoredPolicy(
                account.ids().uuid(),
                2,
                v2,
                body,
                now,
                by,
                now,
                by,
                true,
                account.ids().entityTag(1));
        put(policy);
        return policy.id();
    }

    /** Takes a role out of all policies; a policy that has no other is deleted. */
    private void removeRole(String roleId) {
        List<StoredPolicy> holders = active().filter(
                        policy -> policy.body().roles().contains(roleId))
                .toList();
        for (StoredPolicy policy : holders) {
            List<String> rest = new ArrayList<>(policy.body().roles());
            rest.remove(roleId);
            String tag = account.ids().nextEntityTag(policy.entityTag());
            put(
                    rest.isEmpty()
                            ? policy.in(false, account.now(), policy.modifiedBy(), tag)
                            : policy.withRoles(rest, account.now(), tag));
        }
    }

    /** Notes that a policy permitted something. */
    public void permitted(String policyId) {
        Instant now = account.now();
        permits.merge(policyId, new Activity(now, 1), (old, one) -> new Activity(now, old.count() + 1));
    }

    Optional<Activity> permits(String policyId) {
        return Optional.ofNullable(permits.get(policyId));
    }

    Optional<StoredPolicy> find(String id) {
        return policies.find(id).filter(policy -> policy.active() || !expired(policy));
    }

    Stream<StoredPolicy> all() {
        return policies.stream().filter(policy -> policy.active() || !expired(policy));
    }

    Stream<StoredPolicy> active() {
        return policies.stream().filter(StoredPolicy::active);
    }

    synchronized void put(StoredPolicy policy) {
        policies.put(policy.id(), policy);
        deleted.remove(policy.id());
        if (!policy.active()) {
            deleted.add(policy.id());
        }
        if (deleted.size() > MOST_DELETED) {
            String oldest = deleted.iterator().next();
            deleted.remove(oldest);
            policies.remove(oldest);
            permits.remove(oldest);
        }
    }

    /** Finds what already grants all that a policy would grant: only policies of the same subject can. */
    Optional<StoredPolicy> covering(PolicyBody body, String exceptId) {
        return sameSubject(body).values().stream()
                .filter(policy -> !policy.id().equals(exceptId))
                .filter(policy -> Coverage.covers(policy.body(), body))
                .findFirst();
    }

    private static boolean ofSubject(StoredPolicy policy, String subject) {
        return policy.body().subject().stream()
                .anyMatch(clause -> clause.equalsText() && clause.text().equals(subject));
    }

    private boolean expired(StoredPolicy policy) {
        return policy.modifiedAt().plus(RETENTION).isBefore(account.now());
    }
}
