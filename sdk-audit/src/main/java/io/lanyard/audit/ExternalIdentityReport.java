package io.lanyard.audit;

import io.lanyard.core.AccountId;
import io.lanyard.policy.AccessManagementSettings;
import io.lanyard.policy.ExternalAccess;
import io.lanyard.policy.ExternalState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Audit: who came into an account with a token of another account, and who of them would be kept out if the account's settings
 * became Limited.
 *
 * @param account    the account
 * @param period     the time that was looked at
 * @param settings   the account's settings, whose lists of allowed accounts were held against what was found
 * @param findings   who came, those that would be kept out first, the most frequent first
 * @param events     how many events there were
 * @param unreadable how many of them didn't say who it was or how it ended
 * @param beyond     how many of them were about identities that there was no room for
 * @param incomplete times in which there were more events than the service tells
 */
public record ExternalIdentityReport(
        AccountId account,
        TimeSpan period,
        AccessManagementSettings settings,
        List<Finding> findings,
        long events,
        long unreadable,
        long beyond,
        List<TimeSpan> incomplete) {

    /** The identity of requests without one. No list can let them in. */
    public static final String ANONYMOUS = "anonymous";

    /** Copies the lists. */
    public ExternalIdentityReport {
        findings = List.copyOf(findings);
        incomplete = List.copyOf(incomplete);
    }

    /**
     * Audit: one identity that came from outside.
     *
     * @param identity      its IAM id; {@link #ANONYMOUS} for whoever showed none, as public buckets allow
     * @param type          which kind of identity it is
     * @param home          the account that its token was from, empty when the events don't say
     * @param unlisted      how often it came while its account wasn't on the list: let in under Report-only, kept out under
     *                      Limited
     * @param listed        how often it came while its account was on the list
     * @param blocked       how often it was really kept out, because the settings were Limited already
     * @param firstSeen     when it first came
     * @param lastSeen      when it last came
     * @param resources     what it asked for, the first ten
     * @param moreResources whether it asked for more than those
     * @param allowed       whether its account is on the list now
     * @param wouldBeBlocked whether it would be kept out if the settings became Limited with the lists as they are now, whatever
     *                      they were when it came
     */
    public record Finding(
            String identity,
            IdentityType type,
            Optional<AccountId> home,
            long unlisted,
            long listed,
            long blocked,
            Instant firstSeen,
            Instant lastSeen,
            List<String> resources,
            boolean moreResources,
            boolean allowed,
            boolean wouldBeBlocked) {

        /** Copies the list. */
        public Finding {
            resources = List.copyOf(resources);
        }

        /** {@return how often it came} */
        public long requests() {
            return unlisted + listed;
        }
    }

    /** {@return those that would be kept out} */
    public List<Finding> wouldBeBlocked() {
        return findings.stream().filter(Finding::wouldBeBlocked).toList();
    }

    /** {@return whether every event was told, read and had room} */
    public boolean isComplete() {
        return unreadable == 0 && beyond == 0 && incomplete.isEmpty();
    }

    /**
     * Tells the settings that would follow: Limited, with the account of everybody on the lists who would be kept out otherwise.
     * Before you use them, ask of each whether it should come in at all; a trusted profile or a key of this account is narrower
     * than a whole account on a list.
     *
     * @return the settings
     */
    public AccessManagementSettings proposal() {
        return AccessManagementSettings.of(
                proposed(IdentityType.USER), proposed(IdentityType.SERVICE_ID), proposed(IdentityType.SERVICE));
    }

    /**
     * Tells which accounts {@link #proposal} adds to the list of one kind of identity.
     *
     * @param type the kind of identity
     * @return the accounts, none twice
     */
    public List<AccountId> additions(IdentityType type) {
        return wouldBeBlocked().stream()
                .filter(finding -> finding.type().equals(type))
                .flatMap(finding -> finding.home().stream())
                .distinct()
                .toList();
    }

    private ExternalAccess proposed(IdentityType type) {
        return rule(settings, type)
                .allowing(additions(type).toArray(AccountId[]::new))
                .with(ExternalState.LIMITED);
    }

    static ExternalAccess rule(AccessManagementSettings settings, IdentityType type) {
        if (type.equals(IdentityType.SERVICE_ID)) {
            return settings.serviceIds();
        }
        return type.equals(IdentityType.SERVICE) ? settings.services() : settings.users();
    }

    /** {@return the report for people: one line an identity, then the change of settings that would follow} */
    public String table() {
        return new ReportTable(this).text();
    }

    /** {@return the findings for a spreadsheet: a line of names, then one line an identity; no cell can be taken for a formula} */
    public String csv() {
        return ReportCsv.of(this);
    }

    /** {@return the report for programs: one JSON object, with the change of settings as {@code proposal}} */
    public String json() {
        return ReportJson.of(this);
    }
}
