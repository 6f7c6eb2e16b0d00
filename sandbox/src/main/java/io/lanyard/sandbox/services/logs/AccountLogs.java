// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of an account's instances. Each begins when it is first written to or asked, and ends with its instance or the world. */
final class AccountLogs {
    private final Map<String, InstanceLogs> instances = new ConcurrentHashMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final Set<Thread> leaving = ConcurrentHashMap.newKeySet();
    private final World world;
    private final Optional<Path> dataFolder;

    private AccountLogs(Account account, Optional<Path> dataFolder) {
        this.world = account.world();
        this.dataFolder = dataFolder;
        world.onClose(this::end);
    }

    static AccountLogs of(Account account, Optional<Path> dataFolder) {
        return account.part(AccountLogs.class, a -> new AccountLogs(a, dataFolder));
    }

    /**
     * Finds the logs of an instance.
     *
     * @throws LogIndex.GoneException when the instance was removed
     * @throws World.EndedException when the world has ended
     */
    InstanceLogs of(String guid) {
        var known = instances.get(guid);
        var logs = known != null
                ? known
                : world.whileOpen(() -> instances.computeIfAbsent(guid, g -> new InstanceLogs(dataFolder)));
        if (removed.contains(guid)) {
            instances.remove(guid, logs);
            logs.close();
            throw new LogIndex.GoneException();
        }
        return logs;
    }

    /** Forgets an instance that was removed, and lets go of its files on a thread of its own: the caller holds a lock. */
    void forget(String guid) {
        removed.add(guid);
        var gone = instances.remove(guid);
        if (gone != null) {
            var farewell = new Thread(() -> leave(gone), "logs-farewell");
            farewell.setDaemon(true);
            leaving.add(farewell);
            farewell.start();
        }
    }

    private void leave(InstanceLogs gone) {
        try {
            gone.close();
        } finally {
            leaving.remove(Thread.currentThread());
        }
    }

    private void end() {
        for (var guid : List.copyOf(instances.keySet())) {
            Optional.ofNullable(instances.remove(guid)).ifPresent(InstanceLogs::close);
        }
        for (var farewell : leaving) {
            try {
                farewell.join();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
