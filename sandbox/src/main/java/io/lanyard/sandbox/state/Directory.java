// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Finds things across accounts: which account an id belongs to, which key a value is. One per server. */
public final class Directory {
    /** A key that was found by its value. */
    public record FoundKey(Account account, ApiKeyEntry key) {}

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Account> homes = new ConcurrentHashMap<>();
    private final Map<String, Account> keyValues = new ConcurrentHashMap<>();
    private final Map<String, String> keyIds = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();

    /** Returns what one room keeps for the whole server; made on first use. */
    public <T> T part(Class<T> type, Supplier<T> maker) {
        var there = parts.get(type);
        if (there == null) {
            // a lock, and not computeIfAbsent: a room may ask for another one's part while it makes its own
            synchronized (parts) {
                there = parts.get(type);
                if (there == null) {
                    there = maker.get();
                    parts.put(type, there);
                }
            }
        }
        return type.cast(there);
    }

    /** Finds an account. */
    public Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** Returns all accounts of all worlds. */
    public Collection<Account> accounts() {
        return accounts.values();
    }

    /** Finds the account that a stored thing belongs to, by the thing's id, such as {@code ServiceId-…} or a policy's UUID. */
    public Optional<Account> homeOf(String id) {
        return Optional.ofNullable(homes.get(id));
    }

    /** Finds an API key by its value. */
    public Optional<FoundKey> key(String value) {
        var account = keyValues.get(value);
        var id = keyIds.get(value);
        return account == null || id == null
                ? Optional.empty()
                : account.apiKeys().find(id).map(key -> new FoundKey(account, key));
    }

    void add(Account account) {
        accounts.put(account.id(), account);
    }

    /** Forgets an account and all that is in it. */
    public void remove(Account account) {
        accounts.remove(account.id());
        homes.values().removeIf(account::equals);
        keyValues.entrySet().removeIf(e -> e.getValue().equals(account) && keyIds.remove(e.getKey()) != null);
    }

    void home(String id, Account account, boolean present) {
        if (present) {
            homes.put(id, account);
        } else {
            homes.remove(id, account);
        }
    }

    void keyAdded(String value, String id, Account account) {
        keyIds.put(value, id);
        keyValues.put(value, account);
    }

    void keyRemoved(String value) {
        keyValues.remove(value);
        keyIds.remove(value);
    }
}
