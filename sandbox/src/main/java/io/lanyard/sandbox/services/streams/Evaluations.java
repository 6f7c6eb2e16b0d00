// Room: sandbox / streams. Events about tokens of other accounts, of clients that ask again with every batch.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.kernel.ExternalEvent;
import io.lanyard.sandbox.kernel.Guard.Screening;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.external.ExternalAccess;
import io.lanyard.sandbox.state.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leaves the events that the account's settings for external identities ask for. A producer is judged with every batch, so not every
 * decision is told: the same principal, from the same address, with the same action on the same resource and the same outcome, is
 * told once until the settings change, and again when an hour has passed by the sandbox's clock. Of the last {@value #KEPT} things
 * told it is known that they were; what was told before those is told anew. Safe for many threads.
 */
final class Evaluations {
    static final int KEPT = 1_000;
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Account account;
    private final Map<Asked, Instant> told = new LinkedHashMap<>();
    private long revision;

    /** What makes one decision the same as another. */
    private record Asked(
            String principal, String peer, String action, Map<String, String> attributes, Screening screening) {}

    Evaluations(Account account) {
        this.account = account;
    }

    /** Leaves the event of a decision where it is one to tell of, and wasn't told a while ago. */
    void leave(String principal, ExternalEvent event, String action, Target target, Screening screening) {
        if (screening != Screening.UNTOLD
                && isNews(new Asked(principal, event.peer(), action, target.attributes(), screening))) {
            event.leave(action, target, screening);
        }
    }

    private synchronized boolean isNews(Asked asked) {
        long settings = ExternalAccess.of(account).revision();
        if (settings != revision) {
            told.clear();
            revision = settings;
        }
        Instant now = account.now();
        Instant last = told.get(asked);
        if (last != null && now.isBefore(last.plus(AGAIN))) {
            return false;
        }
        told.remove(asked); // so that it is the youngest
        told.put(asked, now);
        if (told.size() > KEPT) {
            told.remove(told.keySet().iterator().next());
        }
        return true;
    }
}
