// Room: sandbox / token service. The sessions that logins of people open.
package io.lanyard.sandbox.services.token;

import static io.lanyard.sandbox.kernel.Problem.UNAUTHENTICATED;

import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.settings.AccountSettings;
import io.lanyard.sandbox.state.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sessions of an account, oldest first. One ends when it gets too old, when nothing was done in it for too long, and when its
 * owner opens more than he may have. Somebody who is in several accounts has the lowest limits of all of them. An ended session
 * gets no new tokens; those that it has live on.
 */
final class Sessions {
    private static final int KEPT = 10_000;

    private record Session(String iamId, Instant opened, Instant used) {}

    private final Account account;
    private final Map<String, Session> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > KEPT;
        }
    };

    private Sessions(Account account) {
        this.account = account;
    }

    static Sessions of(Account account) {
        return account.part(Sessions.class, Sessions::new);
    }

    /** Opens a session, and ends the oldest ones of this identity that are too many. */
    synchronized String open(String iamId) {
        var most = settings(iamId).stream()
                .flatMap(one -> one.sessions().stream())
                .min(Integer::compare)
                .orElse(KEPT);
        var his = open.entrySet().stream()
                .filter(one -> one.getValue().iamId().equals(iamId))
                .map(Map.Entry::getKey)
                .toList();
        his.stream().limit(Math.max(0, his.size() + 1L - most)).forEach(open::remove);
        var id = account.ids().hex(32);
        open.put(id, new Session(iamId, account.now(), account.now()));
        return id;
    }

    /**
     * Goes on with a session.
     *
     * @throws Refusal BXNIM0439E it has ended
     */
    synchronized void use(String id) {
        var session = open.get(id);
        var now = account.now();
        if (session == null
                || !now.isBefore(session.opened().plus(lowest(session.iamId(), AccountSettings::sessionLife)))
                || !now.isBefore(session.used().plus(lowest(session.iamId(), AccountSettings::sessionIdle)))) {
            open.remove(id);
            throw Refusal.of(UNAUTHENTICATED, "Session inactive.").code("BXNIM0439E");
        }
        open.put(id, new Session(session.iamId(), session.opened(), now));
    }

    private Duration lowest(String iamId, Function<AccountSettings, Duration> limit) {
        return settings(iamId).stream().map(limit).min(Duration::compareTo).orElse(Duration.ofDays(1));
    }

    private List<AccountSettings> settings(String iamId) {
        return account.world().accounts().stream()
                .filter(one -> one.equals(account) || one.users().find(iamId).isPresent())
                .map(AccountSettings::of)
                .toList();
    }
}
