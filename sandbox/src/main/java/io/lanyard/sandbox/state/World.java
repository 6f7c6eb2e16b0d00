// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Accounts that share a clock and a source of ids. A server may hold several worlds side by side (each test has its own), and
 * nothing done in one is seen in another.
 */
public final class World {
    private final SandboxClock clock;
    private final Ids ids;
    private final Directory directory;
    private final List<Runnable> farewells = new CopyOnWriteArrayList<>();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private final Map<String, Account> accounts = Collections.synchronizedMap(new LinkedHashMap<>());

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

    /** Opens an account; {@code old} as in {@link Account#old}. */
    public Account open(String accountId, String name, User owner, boolean old) {
        var account = new Account(this, accountId, name, owner, old);
        accounts.put(accountId, account);
        directory.add(account);
        return account;
    }

    /** Returns the account that was opened first. */
    public Account first() {
        return accounts().iterator().next();
    }

    /** Returns its accounts, in the order they were opened. */
    public Collection<Account> accounts() {
        synchronized (accounts) {
            return List.copyOf(accounts.values());
        }
    }

    /** Does something before this world ends, while everything in it is still there. */
    public void beforeClose(Runnable farewell) {
        farewells.add(farewell);
    }

    /** Does something when this world ends, such as letting go of files. */
    public void onClose(Runnable ending) {
        endings.add(ending);
    }

    /** Forgets everything: the accounts leave the server. */
    public void close() {
        try {
            each(farewells);
        } finally {
            try {
                each(endings);
            } finally {
                accounts().forEach(directory::remove);
                accounts.clear();
            }
        }
    }

    /** Does all of them: one that fails is told of when the others are done. */
    private static void each(List<Runnable> deeds) {
        var failures = new ArrayList<RuntimeException>();
        for (var deed : deeds) {
            try {
                deed.run();
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        deeds.clear();
        failures.stream().findFirst().ifPresent(first -> {
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        });
    }
}
