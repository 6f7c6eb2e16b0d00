// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Empties the trash after its thirty days and runs retention policies once a day. There is no thread: whoever looks at the
 * registry first after the time has come finds it done, so that a turned clock needs nothing else.
 */
public final class Housekeeping {
    private record Run(Retention policy, Instant last) {}

    private final RegionCatalog catalog;
    private final Map<String, Run> policies = new ConcurrentHashMap<>();
    private volatile Instant due = Instant.MAX;

    Housekeeping(RegionCatalog catalog) {
        this.catalog = catalog;
    }

    /** Returns a namespace's policy; one that keeps everything unless another was set. */
    public Retention policy(String namespace) {
        var run = policies.get(namespace);
        return run == null ? Retention.all(namespace) : run.policy();
    }

    /** Sets a namespace's policy and runs it at once. */
    public void set(Retention policy, Instant now) {
        policies.put(policy.namespace(), new Run(policy, now));
        run(policy, now);
        noteDue(now.plus(Retention.EVERY));
    }

    /** Does what has become due. */
    public void sweep(Instant now) {
        if (now.isBefore(due)) {
            return;
        }
        synchronized (this) {
            due = Instant.MAX;
            policies.values().forEach(run -> {
                if (!now.isBefore(run.last().plus(Retention.EVERY))) {
                    policies.put(run.policy().namespace(), new Run(run.policy(), now));
                    run(run.policy(), now);
                }
            });
            catalog.namespaces().all().forEach(namespace -> emptyTrash(namespace.name(), now));
            policies.values().forEach(run -> noteDue(run.last().plus(Retention.EVERY)));
        }
    }

    private void run(Retention policy, Instant now) {
        for (var repository : catalog.repositories(policy.namespace()).toList()) {
            catalog.change(repository.name(), before -> {
                var after = before;
                for (var digest : policy.doomed(before)) {
                    after = after.delete(digest, now);
                }
                return after;
            });
        }
        trashed(now);
    }

    private void emptyTrash(String namespace, Instant now) {
        for (var repository : catalog.repositories(namespace).toList()) {
            catalog.change(
                    repository.name(),
                    before -> before.purge(before.trash().values().stream()
                            .filter(trashed -> trashed.expired(now))
                            .map(trashed -> trashed.image().digest())
                            .collect(Collectors.toSet())));
            catalog.repository(repository.name()).map(Repository::trash).map(Map::values).stream()
                    .flatMap(java.util.Collection::stream)
                    .forEach(trashed -> noteDue(trashed.deleted().plus(Trashed.KEPT)));
        }
    }

    void trashed(Instant now) {
        noteDue(now.plus(Trashed.KEPT));
    }

    void forget(String namespace) {
        policies.remove(namespace);
    }

    private synchronized void noteDue(Instant time) {
        if (time.isBefore(due)) {
            due = time;
        }
    }

    /** Lists the policies that were set, by namespace. */
    public List<Retention> policies() {
        return policies.values().stream()
                .map(Run::policy)
                .sorted(java.util.Comparator.comparing(Retention::namespace))
                .toList();
    }
}
