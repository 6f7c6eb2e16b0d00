package io.lanyard.audit;

import io.lanyard.core.AccountId;
import io.lanyard.policy.AccessManagementSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Audit: counts encounters in bounded memory: so many identities, so many resources of each; what is beyond is only counted. */
final class Tally {

    /** How many resources are remembered across identities; they have 512 characters at most. */
    private static final int MOST_NAMES = 4_096;

    private final int most;
    private final int mostResources;
    private final Map<Encounter.Who, Count> counts = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private long events;
    private long unreadable;
    private long beyond;

    Tally(int mostIdentities, int mostResources) {
        this.most = mostIdentities;
        this.mostResources = mostResources;
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

    void addUnreadable(long more) {
        events += more;
        unreadable += more;
    }

    /**
     * Says the same with what is known already in place of its equals, so that many such take little memory until it is clear
     * whether they count.
     */
    Encounter shared(Encounter encounter) {
        var known = counts.get(encounter.who());
        return new Encounter(
                known == null ? encounter.who() : known.who,
                encounter.when(),
                shared(encounter.resource()),
                encounter.denied(),
                encounter.enforced());
    }

    private String shared(String resource) {
        var known = names.get(resource);
        if (known != null) {
            return known;
        }
        if (names.size() < MOST_NAMES) {
            names.put(resource, resource);
        }
        return resource;
    }

    private @Nullable Count of(Encounter.Who who) {
        var count = counts.get(who);
        if (count == null && counts.size() < most) {
            count = new Count(who, mostResources);
            counts.put(who, count);
        }
        return count;
    }

    ExternalIdentityReport report(
            AccountId account, TimeSpan period, AccessManagementSettings settings, List<TimeSpan> incomplete) {
        var findings = new ArrayList<ExternalIdentityReport.Finding>(counts.size());
        counts.forEach((who, count) -> findings.add(count.finding(who, account, settings)));
        findings.sort(Comparator.comparing(ExternalIdentityReport.Finding::wouldBeBlocked, Comparator.reverseOrder())
                .thenComparing(ExternalIdentityReport.Finding::requests, Comparator.reverseOrder())
                .thenComparing(ExternalIdentityReport.Finding::identity));
        return new ExternalIdentityReport(account, period, settings, findings, events, unreadable, beyond, incomplete);
    }

    private static final class Count {
        private final Encounter.Who who;
        private final Set<String> resources = new LinkedHashSet<>();
        private final int mostResources;
        private boolean moreResources;
        private long unlisted;
        private long listed;
        private long blocked;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        Count(Encounter.Who who, int mostResources) {
            this.who = who;
            this.mostResources = mostResources;
        }

        void add(Encounter encounter) {
            unlisted += encounter.denied() ? 1 : 0;
            listed += encounter.denied() ? 0 : 1;
            blocked += encounter.denied() && encounter.enforced() ? 1 : 0;
            seen(encounter.when());
            name(encounter.resource());
        }

        private void seen(Instant when) {
            first = when.isBefore(first) ? when : first;
            last = when.isAfter(last) ? when : last;
        }

        private void name(String resource) {
            if (resource.isEmpty() || resources.contains(resource)) {
                return;
            }
            if (resources.size() < mostResources) {
                resources.add(resource);
            } else {
                moreResources = true;
            }
        }

        ExternalIdentityReport.Finding finding(
                Encounter.Who who, AccountId account, AccessManagementSettings settings) {
            var rule = ExternalIdentityReport.rule(settings, who.type());
            boolean allowed = who.home().filter(rule::allows).isPresent();
            boolean ours = who.home().filter(account::equals).isPresent();
            boolean outside =
                    who.home().isPresent() || unlisted > 0; // what was let in may be from here when it isn't said
            return new ExternalIdentityReport.Finding(
                    who.identity(),
                    who.type(),
                    who.home(),
                    unlisted,
                    listed,
                    blocked,
                    first,
                    last,
                    List.copyOf(resources),
                    moreResources,
                    allowed,
                    outside && !ours && !allowed);
        }
    }
}
