// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One account and all that is in it. Users, service IDs and API keys are here because tokens need them; what one service alone
 * keeps is a part of its own ({@link #part}).
 */
public final class Account {
    /** How many audit events an account remembers. */
    public static final int JOURNAL = 10_000;

    private final World world;
    private final String id;
    private final String name;
    private final String ownerIamId;
    private final boolean old;
    private final Store<User> users;
    private final Store<ServiceIdEntry> serviceIds;
    private final Store<ApiKeyEntry> apiKeys;
    private final Map<String, Activity> activity = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();
    private final Journal<AuditEvent> journal = new Journal<>(JOURNAL);
    private final ReentrantLock changes = new ReentrantLock();

    Account(World world, String id, String name, User owner, boolean old) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.ownerIamId = owner.iamId();
        this.old = old;
        users = new Store<>((user, there) -> {}, (user, before, after) -> {});
        serviceIds = store((key, before, after) -> {
            if (before != null && after == null) {
                activity.remove(before.iamId());
            }
        });
        apiKeys = new Store<>((key, there) -> world.directory().home(key, this, there), (key, before, after) -> {
            if (before != null && (after == null || !after.value().equals(before.value()))) {
                world.directory().keyRemoved(before.value());
            }
            if (after != null) {
                world.directory().keyAdded(after.value(), key, this);
            } else {
                activity.remove(key);
            }
        });
        users.put(owner.iamId(), owner);
    }

    /** Makes a store in this account whose ids the directory can find. */
    public <V> Store<V> store() {
        return store((key, before, after) -> {});
    }

    /** Makes a store in this account that tells of its changes. */
    public <V> Store<V> store(Store.Change<V> watcher) {
        return new Store<>((key, there) -> world.directory().home(key, this, there), watcher);
    }

    /** Returns what one service keeps in this account; made on first use. */
    public <T> T part(Class<T> type, Function<Account, T> maker) {
        var there = parts.get(type);
        if (there == null) {
            // a lock, and not computeIfAbsent: a part may ask for another one while it is made
            synchronized (parts) {
                there = parts.get(type);
                if (there == null) {
                    there = maker.apply(this);
                    parts.put(type, there);
                }
            }
        }
        return type.cast(there);
    }

    /** Runs a change alone: no other change of this account runs meanwhile. */
    public <T> T alone(Supplier<T> change) {
        changes.lock();
        try {
            return change.get();
        } finally {
            changes.unlock();
        }
    }

    /** Notes that an identity, or a key, got a token. */
    public void used(String identityOrKey) {
        activity.merge(
                identityOrKey, new Activity(now(), 1), (old, one) -> new Activity(one.lastAuthn(), old.count() + 1));
    }

    /** Returns when and how often identities and keys got tokens, by IAM id or key id. */
    public Map<String, Activity> activity() {
        return activity;
    }

    /** Returns the account's id: 32 hex digits. */
    public String id() {
        return id;
    }

    /** Returns the account's name. */
    public String name() {
        return name;
    }

    /** Returns the owner's IAM id. */
    public String ownerIamId() {
        return ownerIamId;
    }

    /**
     * Tells whether it was opened before the registry knew IAM policies: then their enforcement is off in {@code us-south} until
     * somebody switches it on.
     */
    public boolean old() {
        return old;
    }

    /** Returns the world it is in. */
    public World world() {
        return world;
    }

    /** Returns the time here. */
    public Instant now() {
        return world.clock().now();
    }

    /** Returns the source of ids here. */
    public Ids ids() {
        return world.ids();
    }

    /** Returns the members, by IAM id; the owner is one. */
    public Store<User> users() {
        return users;
    }

    /** Returns the service IDs, by id. */
    public Store<ServiceIdEntry> serviceIds() {
        return serviceIds;
    }

    /** Returns the API keys of users and service IDs, by id. */
    public Store<ApiKeyEntry> apiKeys() {
        return apiKeys;
    }

    /** Returns what calls left behind. */
    public Journal<AuditEvent> journal() {
        return journal;
    }

    @Override
    public String toString() {
        return "Account[" + id + " " + name + "]";
    }
}
