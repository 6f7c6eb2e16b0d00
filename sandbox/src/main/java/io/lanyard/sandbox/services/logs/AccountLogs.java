// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.services.logs.index.LogFolder;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.state.Account;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of an account's instances. Each begins when it is first written to or asked, and ends with its instance or the world. */
final class AccountLogs {
    private final Map<String, LogIndex> indexes = new ConcurrentHashMap<>();
    private final Optional<Path> dataFolder;

    private AccountLogs(Account account, Optional<Path> dataFolder) {
        this.dataFolder = dataFolder;
        account.world().onClose(() -> indexes.keySet().forEach(this::forget));
    }

    static AccountLogs of(Account account, Optional<Path> dataFolder) {
        return account.part(AccountLogs.class, a -> new AccountLogs(a, dataFolder));
    }

    LogIndex of(String guid) {
        return indexes.computeIfAbsent(guid, g -> new LogIndex(LogFolder.make(dataFolder)));
    }

    void forget(String guid) {
        var index = indexes.remove(guid);
        if (index != null) {
            index.close();
        }
    }
}
