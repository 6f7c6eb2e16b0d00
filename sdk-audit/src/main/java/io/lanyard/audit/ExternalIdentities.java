package io.lanyard.audit;

import io.lanyard.core.AccountId;
import io.lanyard.core.IbmCloud;
import io.lanyard.policy.AccessManagementSettings;
import io.lanyard.policy.PolicyClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Audit: makes the report about identities of other accounts. While an account's settings are Report-only, IAM tells of each
 * request that comes in with a token of another account; while they are Limited, of each that is kept out. Those events are global,
 * so event routing must send {@link Location#GLOBAL} to the logs instance.
 *
 * <pre>{@code
 * var report = audit.externalIdentities().report(account, audit.logs(logs), TimeSpan.of(ofDays(30), now));
 * out.println(report.table());
 * policies.accessSettings().update(account, s -> report.proposal());
 * }</pre>
 */
public final class ExternalIdentities {

    private static final Duration FIRST_STEP = Duration.ofDays(1);
    private static final Duration LONGEST_STEP = Duration.ofDays(8); // the service looks no further in one query
    private static final Duration SHORTEST_STEP = Duration.ofMillis(1);

    private final IbmCloud cloud;

    ExternalIdentities(IbmCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Makes the report with the settings that the account has now.
     *
     * @param account the account
     * @param logs    where its events are
     * @param period  the time to look at; 30 days are recommended
     * @return the report
     * @see #report(AccountId, CloudLogs, TimeSpan, Consumer)
     */
    public ExternalIdentityReport report(AccountId account, CloudLogs logs, TimeSpan period) {
        return report(account, logs, period, nothingMore -> {});
    }

    /**
     * Makes the report. The events are read as they come and only counted, those of one query at a time, so memory doesn't grow
     * with their number: see {@link ReportOptions#identities}. It takes as many queries as the number of events asks for, each with the cloud's deadline.
     * Needs {@code iam-access-management.settings.read} (Viewer), and {@code logs.logs-data-api-high.read} on the logs instance
     * (Reader).
     *
     * @param account the account
     * @param logs    where its events are
     * @param period  the time to look at; 30 days are recommended
     * @param options the optional part
     * @return the report
     */
    public ExternalIdentityReport report(
            AccountId account, CloudLogs logs, TimeSpan period, Consumer<ReportOptions> options) {
        var wanted = new ReportOptions();
        options.accept(wanted);
        var given = wanted.settings();
        AccessManagementSettings settings = given != null
                ? given
                : new PolicyClient(cloud).accessSettings().get(account).value();
        return new Reading(account, logs, period, wanted).report(settings);
    }

    /** One reading of the events, step by step through the period. */
    private static final class Reading {
        private final AccountId account;
        private final CloudLogs logs;
        private final TimeSpan period;
        private final ReportOptions wanted;
        private final Tally all;
        private final List<TimeSpan> incomplete = new ArrayList<>();
        private long most;

        Reading(AccountId account, CloudLogs logs, TimeSpan period, ReportOptions wanted) {
            this.account = account;
            this.logs = logs;
            this.period = period;
            this.wanted = wanted;
            this.all = new Tally(wanted.identities(), wanted.resources());
            this.most = wanted.resultsPerQuery();
        }

        ExternalIdentityReport report(AccessManagementSettings settings) {
            var step = FIRST_STEP;
            var from = period.from();
            while (from.isBefore(period.to())) {
                var slice = new TimeSpan(from, earlier(from.plus(step), period.to()));
                var seen = new Seen(slice);
                var told = tell(seen);
                if (isCut(told) && slice.length().compareTo(SHORTEST_STEP) > 0) {
                    step = longer(slice.length().dividedBy(2), SHORTEST_STEP);
                    continue; // what was counted is let go, and asked for again in parts
                }
                if (isCut(told) || told.warnings().stream().anyMatch(QueryWarning::leavesOut)) {
                    incomplete.add(slice);
                }
                seen.count();
                from = slice.to();
                step = told.results() < most / 4 ? shorter(step.multipliedBy(2), LONGEST_STEP) : step;
            }
            return all.report(account, period, settings, incomplete);
        }

        private QueryOutcome tell(Seen seen) {
            var query = Query.lucene("action:\"" + Encounter.ACTION + "\"")
                    .between(seen.slice.from(), seen.slice.to())
                    .in(wanted.tier())
                    .limit(wanted.resultsPerQuery());
            return logs.query(query, seen::take);
        }

        /** Whether the service stopped before the end: at our limit, or at one of its own, which then counts from here on. */
        private boolean isCut(QueryOutcome told) {
            if (told.results() > 0 && told.warnings().stream().anyMatch(QueryWarning::isResultsLimit)) {
                most = Math.min(most, told.results());
            }
            return told.results() >= most;
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        /** What was seen in a slice, not counted before it is clear that the slice was told to its end. */
        private final class Seen {
            private final TimeSpan slice;
            private final List<Encounter> encounters = new ArrayList<>();
            private long unreadable;

            Seen(TimeSpan slice) {
                this.slice = slice;
            }

            void take(LogEntry entry) {
                var event = EvaluationEvent.read(entry.userData()).orElse(null);
                if (event == null) {
                    unreadable++;
                    return;
                }
                var owner = event.owner();
                if (owner.isPresent() && !owner.get().equals(account)) {
                    return; // one instance may hold the events of several accounts
                }
                var written = entry.timestamp().or(event::when);
                if (written.filter(slice::contains).isEmpty()) {
                    return; // on the border of two slices, told in both
                }
                event.encounter().ifPresentOrElse(this::remember, () -> unreadable++);
            }

            /** Whoever tells more than was asked for isn't listened to; that the slice was cut is seen by the number of results. */
            private void remember(Encounter encounter) {
                if (encounters.size() < wanted.resultsPerQuery()) {
                    encounters.add(all.shared(encounter));
                }
            }

            void count() {
                encounters.forEach(all::add);
                all.addUnreadable(unreadable);
            }
        }
    }
}
