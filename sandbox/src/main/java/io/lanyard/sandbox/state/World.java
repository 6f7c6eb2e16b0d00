// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Accounts that share a clock and a source of ids. A server may hold several worlds side by side (each test has its own), and
 * nothing done in one is seen in another.
 */
public final class World {
    private final SandboxClock clock;
    private final Ids ids;
    private final Directory directory;
    private final Queue<Runnable> farewells = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> endings = new ConcurrentLinkedQueue<>();
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private final Map<String, Account> accounts = Collections.synchronizedMap(new LinkedHashMap<>());
    private boolean ended;

    /** Says that a world has ended: whoever still works in it comes too late. */
    public static final class EndedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        EndedException() {
            super("this sandbox has ended");
        }
    }

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

    /**
     * Makes something that has to end with this world, such as a folder. A writer that is late makes it no more: nobody would be left
     * to take it away.
     *
     * @throws EndedException when the world has ended
     */
    public <T> T whileOpen(Supplier<T> maker) {
        life.readLock().lock();
        try {
            if (ended) {
                throw new EndedException();
            }
            return maker.get();
        } finally {
            life.readLock().unlock();
        }
    }

    /** Does something before this world ends, while everything in it is still there; at once when it has ended. */
    public void beforeClose(Runnable farewell) {
        add(farewells, farewell);
    }

    /** Does something when this world ends, such as letting go of files; at once when it has ended. */
    public void onClose(Runnable ending) {
        add(endings, ending);
    }

    private void add(Queue<Runnable> deeds, Runnable deed) {
        life.readLock().lock();
        try {
            if (!ended) {
                deeds.add(deed);
                return;
            }
        } finally {
            life.readLock().unlock();
        }
        deed.run();
    }

    private void end() {
        life.writeLock().lock(); // whoever is making something has made it now
        try {
            ended = true;
        } finally {
            life.writeLock().unlock();
        }
    }

    /** Forgets everything: the accounts leave the server. */
    public void close() {
        try {
            each(farewells);
        } finally {
            end();
            try {
                each(farewells); // those that came when the others were done already
            } finally {
                leave();
            }
        }
    }

    private void leave() {
        try {
            each(endings);
        } finally {
            accounts().forEach(directory::remove);
            accounts.clear();
        }
    }

    /** Does all of them: one that fails is told of when the others are done. */
    private static void each(Queue<Runnable> deeds) {
        var failures = new ArrayList<RuntimeException>();
        for (var deed = deeds.poll(); deed != null; deed = deeds.poll()) {
            try {
                deed.run();
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        failures.stream().findFirst().ifPresent(first -> {
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        });
    }
}
