package io.lanyard.audit;

import io.lanyard.policy.AccessManagementSettings;
import org.jspecify.annotations.Nullable;

/** Audit: the optional part of a report about identities of other accounts. */
public final class ReportOptions {

    private int identities = 10_000;
    private int resources = 10;
    private int resultsPerQuery = 12_000;
    private Tier tier = Tier.FREQUENT_SEARCH;
    private @Nullable AccessManagementSettings settings;

    ReportOptions() {}

    /**
     * Says for how many identities there shall be room: 10 000 unless told. With names of the usual length that takes some 20 MB of
     * memory, and less than 100 MB whatever the events say, because names are cut at 512 characters. Events about further ones are
     * counted and not lost sight of: {@link ExternalIdentityReport#beyond}.
     *
     * @param most at least 1
     * @return this
     */
    public ReportOptions identities(int most) {
        identities = positive(most);
        return this;
    }

    /**
     * Says how many resources of each identity are named: 10 unless told. Further ones are left out, and
     * {@link ExternalIdentityReport.Finding#moreResources} says so. Memory grows with this times {@link #identities}.
     *
     * @param most at least 1
     * @return this
     */
    public ReportOptions resources(int most) {
        resources = positive(most);
        return this;
    }

    /**
     * Looks among kept logs instead of indexed ones, for times that are no longer indexed.
     *
     * @param where {@link Tier#FREQUENT_SEARCH} unless told
     * @return this
     */
    public ReportOptions in(Tier where) {
        tier = where;
        return this;
    }

    /**
     * Says how many events one query asks for: 12 000 unless told, which is what the service tells at most among indexed logs. A
     * time with more of them is asked for in halves, also when the service stops earlier than asked.
     *
     * @param most at least 1
     * @return this
     */
    public ReportOptions resultsPerQuery(int most) {
        resultsPerQuery = positive(most);
        return this;
    }

    /**
     * Holds what is found against these settings, instead of those that the account has.
     *
     * @param settings the settings
     * @return this
     */
    public ReportOptions against(AccessManagementSettings settings) {
        this.settings = settings;
        return this;
    }

    private static int positive(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1, not " + most);
        }
        return most;
    }

    int identities() {
        return identities;
    }

    int resources() {
        return resources;
    }

    Tier tier() {
        return tier;
    }

    int resultsPerQuery() {
        return resultsPerQuery;
    }

    @Nullable AccessManagementSettings settings() {
        return settings;
    }
}
