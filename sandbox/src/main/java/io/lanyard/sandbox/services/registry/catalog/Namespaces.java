// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The namespaces of one region, of all accounts: a name is taken once, whoever took it. */
public final class Namespaces {
    private final ConcurrentSkipListMap<String, Namespace> byName = new ConcurrentSkipListMap<>();

    Namespaces() {}

    /** What came of creating one. */
    public enum Outcome {
        /** It is new. */
        CREATED,
        /** The account had it already. */
        EXISTED,
        /** Another account has it. */
        TAKEN,
        /** The account has as many as it may. */
        TOO_MANY
    }

    /** Creates a namespace, unless it is there or there are too many. */
    public synchronized Outcome create(String name, String accountId, Optional<String> resourceGroup, Instant now) {
        var there = byName.get(name);
        if (there != null) {
            return there.accountId().equals(accountId) ? Outcome.EXISTED : Outcome.TAKEN;
        }
        if (of(accountId).count() >= Namespace.MOST) {
            return Outcome.TOO_MANY;
        }
        byName.put(name, new Namespace(name, accountId, resourceGroup, now, now, resourceGroup.map(group -> now)));
        return Outcome.CREATED;
    }

    /** Puts a namespace into a resource group; false when it is in one already. */
    public synchronized boolean assign(String name, String resourceGroup, Instant now) {
        var there = byName.get(name);
        if (there == null || there.resourceGroup().isPresent()) {
            return false;
        }
        byName.put(name, there.assignedTo(resourceGroup, now));
        return true;
    }

    /** Finds a namespace, whosever it is. */
    public Optional<Namespace> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Streams an account's namespaces, by name. */
    public Stream<Namespace> of(String accountId) {
        return byName.values().stream()
                .filter(namespace -> namespace.accountId().equals(accountId));
    }

    /** Streams all namespaces, by name. */
    public Stream<Namespace> all() {
        return byName.values().stream();
    }

    void remove(String name) {
        byName.remove(name);
    }
}
