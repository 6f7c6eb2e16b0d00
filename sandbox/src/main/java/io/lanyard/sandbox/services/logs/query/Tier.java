// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

/** Where a query looks. The sandbox keeps one copy of a log, so both find the same; limits and actions differ. */
public enum Tier {
    /** Among indexed logs. */
    FREQUENT_SEARCH(12_000, "logs.logs-data-api-high.read"),
    /** Among all that were kept. */
    ARCHIVE(50_000, "logs.logs-data-api-low.read");

    private final int mostResults;
    private final String action;

    Tier(int mostResults, String action) {
        this.mostResults = mostResults;
        this.action = action;
    }

    /** Returns how many results a query has at most (cloud-logs.md §3). */
    public int mostResults() {
        return mostResults;
    }

    /** Returns the action that whoever asks needs. */
    public String action() {
        return action;
    }
}
