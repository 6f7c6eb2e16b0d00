package io.lanyard.core.call;

import io.lanyard.core.ApiException;
import io.lanyard.core.CallInterruptedException;
import io.lanyard.core.DeadlineException;
import io.lanyard.core.IamException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Core, call: keeps a token for all callers, and asks for the next one once for all of them. A token that is still good is kept
 * when asking fails. No thread waits for anything here: a caller who comes in time does the asking.
 */
final class CachedTokens implements TokenSource {

    /** A fifth of a token's life is left when one of the callers asks for the next. */
    private static final double ADVISORY = 0.2;
    /** From here on everybody waits for the next token, because this one may not outlive the request. */
    private static final Duration MANDATORY = Duration.ofSeconds(10);

    private static final Duration ADVISORY_PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration REJECTION_STANDS = Duration.ofSeconds(5);
    private static final Duration FAILURE_STANDS = Duration.ofSeconds(1);
    private static final Duration RENEWAL_STANDS = Duration.ofSeconds(10);

    private final Grant grant;
    private final Ambient ambient;
    private final Object lock = new Object();
    private volatile @Nullable Held held;
    private @Nullable Flight flight;
    private @Nullable Failed failed;

    /** A token, and the moments at which its callers begin to care. {@code pause} is how long the last failure is honoured. */
    private record Held(
            Token token, long from, long advisory, long mandatory, long end, boolean renewed, Duration pause) {

        Held notBefore(long next, Duration pause) {
            return new Held(token, from, next, mandatory, end, renewed, pause);
        }
    }

    private record Failed(IamException why, long until) {}

    CachedTokens(Grant grant, Ambient ambient) {
        this.grant = grant;
        this.ambient = ambient;
    }

    @Override
    public Token token(Deadline deadline) {
        var now = held;
        if (now == null) {
            return fetch(null, false, deadline);
        }
        long time = ambient.nanos();
        if (time - now.advisory < 0) {
            return now.token;
        }
        if (time - now.mandatory < 0) {
            return inGoodTime(now, deadline);
        }
        try {
            return fetch(now, false, deadline);
        } catch (IamException e) {
            if (e instanceof CallInterruptedException || ambient.nanos() - now.end >= 0) {
                throw e;
            }
            return now.token;
        }
    }

    @Override
    public Token renew(Token refused, Deadline deadline) {
        var now = held;
        if (now == null || now.token != refused) {
            return token(deadline);
        }
        if (now.renewed && ambient.nanos() - now.from < RENEWAL_STANDS.toNanos()) {
            return refused; // a token made to order a moment ago, and refused as well: another one won't help
        }
        return fetch(now, true, deadline);
    }

    /** One caller asks, with little patience; the others go on with what they have, and so does he when it fails. */
    private Token inGoodTime(Held now, Deadline deadline) {
        var mine = new Flight();
        synchronized (lock) {
            var latest = held;
            if (flight != null || !now.equals(latest)) {
                return latest == null ? now.token : latest.token;
            }
            flight = mine;
        }
        try {
            return lead(mine, now, false, deadline.atMost(ADVISORY_PATIENCE));
        } catch (CallInterruptedException e) {
            throw e;
        } catch (IamException e) {
            return now.token;
        }
    }

    private Token fetch(@Nullable Held stale, boolean renewal, Deadline deadline) {
        for (; ; ) {
            Flight theirs;
            var mine = new Flight();
            synchronized (lock) {
                var latest = held;
                if (latest != null && (stale == null || latest.token != stale.token)) {
                    return latest.token;
                }
                if (failed != null && ambient.nanos() - failed.until < 0) {
                    throw failed.why;
                }
                theirs = flight;
                if (theirs == null) {
                    flight = mine;
                }
            }
            if (theirs == null) {
                return lead(mine, stale, renewal, deadline);
            }
            var landed = theirs.join(deadline);
            if (landed != null) {
                return landed;
            }
        }
    }

    private Token lead(Flight mine, @Nullable Held stale, boolean renewal, Deadline deadline) {
        long from = ambient.nanos();
        Grant.Granted granted;
        try {
            granted = grant.ask(deadline);
        } catch (DeadlineException | CallInterruptedException e) {
            abandon(mine, stale); // that was this caller's trouble: whoever waits may try himself
            throw e;
        } catch (IamException e) {
            remember(mine, stale, e);
            throw e;
        } catch (RuntimeException | Error e) {
            abandon(mine, stale);
            throw e;
        }
        synchronized (lock) {
            held = hold(granted, from, renewal);
            failed = null;
            flight = null;
        }
        mine.land(granted.token());
        return granted.token();
    }

    private Held hold(Grant.Granted granted, long from, boolean renewal) {
        long life = granted.life().toNanos();
        long advisory = (long) (life * ADVISORY * (1 - ambient.random() / 4)); // not all processes at once
        long mandatory = Math.min(MANDATORY.toNanos(), life / 20);
        return new Held(
                granted.token(),
                from,
                from + life - advisory,
                from + life - mandatory,
                from + life,
                renewal,
                FIRST_PAUSE);
    }

    private void abandon(Flight mine, @Nullable Held stale) {
        synchronized (lock) {
            flight = null;
            pause(stale);
        }
        mine.cancel();
    }

    private void remember(Flight mine, @Nullable Held stale, IamException why) {
        var stands = isRejection(why) ? REJECTION_STANDS : FAILURE_STANDS;
        synchronized (lock) {
            failed = new Failed(why, ambient.nanos() + stands.toNanos());
            flight = null;
            pause(stale);
        }
        mine.crash(why);
    }

    /** Lets a token that is still good alone for a while, twice as long after each failure. */
    private void pause(@Nullable Held stale) {
        if (stale != null && stale.equals(held)) {
            var pause = stale.pause;
            long jitter = (long) (pause.toNanos() * (1 - ambient.random() / 2));
            var next = pause.multipliedBy(2);
            held = stale.notBefore(ambient.nanos() + jitter, next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next);
        }
    }

    static boolean isRejection(IamException why) {
        return why instanceof ApiException answer
                && answer.status() >= 400
                && answer.status() < 500
                && answer.status() != 408
                && answer.status() != 429;
    }
}
