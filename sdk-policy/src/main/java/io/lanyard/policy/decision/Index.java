package io.lanyard.policy.decision;

import io.lanyard.core.AccountId;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.PolicyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decision: the policies of an account by subject, then by service. Immutable; a change copies one bucket and one shard. */
record Index(
        Shards<Compiled> byId,
        Shards<Bucket> identities,
        Shards<Bucket> groups,
        Shards<Bucket> services,
        Bucket described,
        Bucket authorizations) {

    static Index empty() {
        return new Index(Shards.empty(), Shards.empty(), Shards.empty(), Shards.empty(), Bucket.EMPTY, Bucket.EMPTY);
    }

    /** Where a policy is kept, by whom it names. */
    private enum Place {
        IDENTITY,
        GROUP,
        SERVICE,
        DESCRIBED,
        AUTHORIZATIONS
    }

    private record Home(Place place, String key) {}

    static Index of(Collection<Policy> policies, AccountId account, Actions actions) {
        var index = empty();
        for (var policy : policies) {
            index = index.with(Compiled.of(policy, account, actions));
        }
        return index;
    }

    Index with(Compiled policy) {
        var id = policy.policy().id();
        var base = without(id);
        var kept = base.keep(base.byId.with(id.value(), policy));
        if (!policy.policy().isActive()) {
            return kept;
        }
        var home = home(policy.policy());
        return kept.changed(home, kept.bucket(home).with(policy));
    }

    Index without(PolicyId id) {
        var old = byId.get(id.value());
        if (old == null) {
            return this;
        }
        var rest = keep(byId.without(id.value()));
        if (!old.policy().isActive()) {
            return rest;
        }
        var home = home(old.policy());
        return rest.changed(home, rest.bucket(home).without(old));
    }

    List<Policy> policies() {
        var all = new ArrayList<Policy>(byId.size());
        byId.forEach(policy -> all.add(policy.policy()));
        return all;
    }

    /** Visits the authorizations whose source this is. */
    void forEachAuthorization(Asker asker, Consumer<Compiled> each) {
        var name = asker.service().get("serviceName");
        var named = name == null ? null : services.get(name);
        for (var bucket : named == null ? List.of(authorizations) : List.of(named, authorizations)) {
            bucket.forEach(policy -> {
                if (policy.isFor(asker)) {
                    each.accept(policy);
                }
            });
        }
    }

    private static Home home(Policy policy) {
        var subject = policy.subject();
        if (policy.type().equals(PolicyType.AUTHORIZATION)) {
            return subject.attributes().stream()
                    .filter(a -> a.key().equals("serviceName") && a.isPlain())
                    .findFirst()
                    .map(a -> new Home(Place.SERVICE, a.value().texts().get(0)))
                    .orElse(new Home(Place.AUTHORIZATIONS, ""));
        }
        if (subject.iamId().isPresent()) {
            return new Home(Place.IDENTITY, subject.iamId().get().value());
        }
        return subject.accessGroupId()
                .map(group -> new Home(Place.GROUP, group))
                .orElse(new Home(Place.DESCRIBED, ""));
    }

    private Bucket bucket(Home home) {
        @Nullable Bucket bucket = switch (home.place) {
            case IDENTITY -> identities.get(home.key);
            case GROUP -> groups.get(home.key);
            case SERVICE -> services.get(home.key);
            case DESCRIBED -> described;
            case AUTHORIZATIONS -> authorizations;
        };
        return bucket == null ? Bucket.EMPTY : bucket;
    }

    private Index keep(Shards<Compiled> all) {
        return new Index(all, identities, groups, services, described, authorizations);
    }

    private Index changed(Home home, Bucket bucket) {
        return switch (home.place) {
            case IDENTITY ->
                new Index(byId, put(identities, home.key, bucket), groups, services, described, authorizations);
            case GROUP ->
                new Index(byId, identities, put(groups, home.key, bucket), services, described, authorizations);
            case SERVICE ->
                new Index(byId, identities, groups, put(services, home.key, bucket), described, authorizations);
            case DESCRIBED -> new Index(byId, identities, groups, services, bucket, authorizations);
            case AUTHORIZATIONS -> new Index(byId, identities, groups, services, described, bucket);
        };
    }

    private static Shards<Bucket> put(Shards<Bucket> shards, String key, Bucket bucket) {
        return bucket.size() == 0 ? shards.without(key) : shards.with(key, bucket);
    }
}
