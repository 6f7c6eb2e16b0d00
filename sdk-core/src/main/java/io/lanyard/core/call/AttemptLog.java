package io.lanyard.core.call;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Core, call: one line for each request sent, at level DEBUG: no query, no header, no body, and so no secret. */
final class AttemptLog {

    private static final System.Logger LOG = System.getLogger("io.lanyard.core");

    private AttemptLog() {}

    static void answered(Plan plan, int attempt, int status, long nanos, @Nullable String transaction) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} {1} {2} attempt {3}: {4} in {5} ms, transaction {6}",
                    plan.operation(),
                    plan.request().method(),
                    plan.path(),
                    attempt,
                    status,
                    nanos / 1_000_000,
                    transaction == null ? "unknown" : transaction);
        }
    }

    static void lost(Plan plan, int attempt, IOException why, long nanos) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} {1} {2} attempt {3}: no answer after {4} ms, {5}",
                    plan.operation(),
                    plan.request().method(),
                    plan.path(),
                    attempt,
                    nanos / 1_000_000,
                    why.getClass().getSimpleName());
        }
    }
}
