package io.lanyard.sandbox.state;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accounts that share a clock and a source of ids. A server may hold several worlds side by side (each test has its own), and
 * nothing done in one is seen in another.
 */
public final class World {
    private final SandboxClock clock;
    private final Ids ids;
    private final Directory directory;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /** Makes an empty world. */
    public World(SandboxClock clock, Ids ids, Directory directory) {
        this.clock = clock;
        this.ids = ids;
        this.directory = directory;
    }

    /** Returns its clock. */
    public SandboxClock clock() {
        return clock;
    }

    /** Returns its source of ids. */
    public Ids ids() {
        return ids;
    }

    /** Returns the directory of the server it lives in. */
    public Directory directory() {
        return directory;
    }

    /** Opens an account. */
    public Account open(String name, User owner, String accountId) {
        var account = new Account(this, accountId, name, owner);
        accounts.put(accountId, account);
        directory.add(account);
        return account;
    }

    /** Returns its accounts. */
    public Collection<Account> accounts() {
        return accounts.values();
    }

    /** Forgets everything: the accounts leave the server. */
    public void close() {
        accounts.values().forEach(directory::remove);
        accounts.clear();
    }
}
