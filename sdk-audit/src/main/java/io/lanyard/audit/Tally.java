package io.lanyard.audit;

import io.lanyard.core.AccountId;
import io.lanyard.policy.AccessManagementSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Audit: counts encounters in bounded memory: so many identities, so many resources of each; what is beyond is only counted. */
final class Tally {

    /** How many resources of an identity are named. */
    static final int RESOURCES = 10;

    private final int most;
    private final Map<Encounter.Who, Count> counts = new LinkedHashMap<>();
    private long events;
    private long unreadable;
    private long beyond;

    Tally(int mostIdentities) {
        this.most = mostIdentities;
    }

    void add(Encounter encounter) {
        events++;
        var count = of(encounter.who());
        if (count == null) {
            beyond++;
        } else {
            count.add(encounter);
        }
    }

    void addUnreadable() {
        events++;
        unreadable++;
    }

    void add(Tally other) {
        events += other.events;
        unreadable += other.unreadable;
        beyond += other.beyond;
        other.counts.forEach((who, theirs) -> {
            var ours = of(who);
            if (ours == null) {
                beyond += theirs.denied + theirs.permitted;
            } else {
                ours.add(theirs);
            }
        });
    }

    private @Nullable Count of(Encounter.Who who) {
        var count = counts.get(who);
        if (count == null && counts.size() < most) {
            count = new Count();
            counts.put(who, count);
        }
        return count;
    }

    ExternalIdentityReport report(
            AccountId account, TimeSpan period, AccessManagementSettings settings, List<TimeSpan> incomplete) {
        var findings = new ArrayList<ExternalIdentityReport.Finding>(counts.size());
        counts.forEach((who, count) -> findings.add(count.finding(who, settings)));
        findings.sort(Comparator.comparing(ExternalIdentityReport.Finding::wouldBeBlocked, Comparator.reverseOrder())
                .thenComparing(ExternalIdentityReport.Finding::denied, Comparator.reverseOrder())
                .thenComparing(ExternalIdentityReport.Finding::identity));
        return new ExternalIdentityReport(account, period, settings, findings, events, unreadable, beyond, incomplete);
    }

    private static final class Count {
        private final Set<String> resources = new LinkedHashSet<>();
        private boolean moreResources;
        private long denied;
        private long permitted;
        private long enforced;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        void add(Encounter encounter) {
            denied += encounter.denied() ? 1 : 0;
            permitted += encounter.denied() ? 0 : 1;
            enforced += encounter.denied() && encounter.enforced() ? 1 : 0;
            seen(encounter.when());
            name(encounter.resource());
        }

        void add(Count other) {
            denied += other.denied;
            permitted += other.permitted;
            enforced += other.enforced;
            seen(other.first);
            seen(other.last);
            other.resources.forEach(this::name);
            moreResources |= other.moreResources;
        }

        private void seen(Instant when) {
            first = when.isBefore(first) ? when : first;
            last = when.isAfter(last) ? when : last;
        }

        private void name(String resource) {
            if (resource.isEmpty() || resources.contains(resource)) {
                return;
            }
            if (resources.size() < RESOURCES) {
                resources.add(resource);
            } else {
                moreResources = true;
            }
        }

        ExternalIdentityReport.Finding finding(Encounter.Who who, AccessManagementSettings settings) {
            var rule = ExternalIdentityReport.rule(settings, who.type());
            return new ExternalIdentityReport.Finding(
                    who.identity(),
                    who.type(),
                    who.home(),
                    denied,
                    permitted,
                    enforced,
                    first,
                    last,
                    List.copyOf(resources),
                    moreResources,
                    who.home().filter(rule::allows).isPresent());
        }
    }
}
