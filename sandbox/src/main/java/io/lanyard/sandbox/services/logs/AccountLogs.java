// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.content.Sweeper;
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
    private final Sweeper sweeper = new Sweeper("logs-sweeper");
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

    /** Forgets an instance that was removed. The caller holds a lock, so its files go beside that. */
    void forget(String guid) {
        removed.add(guid);
        var gone = instances.remove(guid);
        if (gone != null) {
            sweeper.later(gone::close);
        }
    }

    private void end() {
        for (var guid : List.copyOf(instances.keySet())) {
            Optional.ofNullable(instances.remove(guid)).ifPresent(InstanceLogs::close);
        }
        sweeper.close();
    }
}
