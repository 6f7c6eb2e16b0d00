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
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of an account, oldest first. One ends when it gets too old, when nothing was done in it for too long, and when its
 * owner opens more than he may have. Somebody who is in several accounts has the lowest limits of all of them. An ended session
 * gets no new tokens; those that it has live on.
 */
final class Sessions {
    private static final int KEPT = 10_000;

    /**
     * What a login has to do with sessions.
     *
     * @param wanted whether it is part of one
     * @param id of which; none yet where one is opened when the login is let in
     */
    record Part(boolean wanted, Optional<String> id) {
        static final Part NONE = new Part(false, Optional.empty());
        static final Part NEW = new Part(true, Optional.empty());

        /** What it becomes in another account: a session is of one account. */
        Part elsewhere() {
            return wanted ? NEW : NONE;
        }
    }

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

    /**
     * Goes on with a session, or opens the one that is wanted.
     *
     * @throws Refusal BXNIM0439E it has ended
     */
    synchronized Part enter(Part part, String iamId) {
        part.id().ifPresent(id -> {
            check(id);
            touch(id);
        });
        return part.wanted() && part.id().isEmpty() ? new Part(true, Optional.of(open(iamId))) : part;
    }

    /** Opens a session, and ends the oldest ones of this identity that are too many. */
    private String open(String iamId) {
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
     * Demands that a session has not ended.
     *
     * @throws Refusal BXNIM0439E it has
     */
    synchronized void check(String id) {
        if (!isLive(open.get(id))) {
            open.remove(id);
            throw Refusal.of(UNAUTHENTICATED, "Session inactive.").code("BXNIM0439E");
        }
    }

    /** Notes that something was done in a session, if it has not ended before. */
    synchronized void touch(String id) {
        open.computeIfPresent(
                id,
                (same, session) ->
                        isLive(session) ? new Session(session.iamId(), session.opened(), account.now()) : session);
    }

    private boolean isLive(@Nullable Session session) {
        var now = account.now();
        return session != null
                && now.isBefore(session.opened().plus(lowest(session.iamId(), AccountSettings::sessionLife)))
                && now.isBefore(session.used().plus(lowest(session.iamId(), AccountSettings::sessionIdle)));
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
