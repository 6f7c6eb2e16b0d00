// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of an account's instances. Each begins when it is first written to or asked, and ends with its instance or the world. */
final class AccountLogs {
    private final Map<String, InstanceLogs> instances = new ConcurrentHashMap<>();
    private final World world;
    private final Optional<Path> dataFolder;

    private AccountLogs(Account account, Optional<Path> dataFolder) {
        this.world = account.world();
        this.dataFolder = dataFolder;
        world.onClose(() -> instances.keySet().forEach(this::forget));
    }

    static AccountLogs of(Account account, Optional<Path> dataFolder) {
        return account.part(AccountLogs.class, a -> new AccountLogs(a, dataFolder));
    }

    InstanceLogs of(String guid) {
        var known = instances.get(guid);
        return known != null
                ? known
                : world.whileOpen(() -> instances.computeIfAbsent(guid, g -> new InstanceLogs(dataFolder)));
    }

    void forget(String guid) {
        var gone = instances.remove(guid);
        if (gone != null) {
            gone.close();
        }
    }
}
