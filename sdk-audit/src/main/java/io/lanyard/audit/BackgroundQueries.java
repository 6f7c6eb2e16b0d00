package io.lanyard.audit;

import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Polling;
import io.lanyard.core.call.Service;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Audit: queries over logs that go on while nobody waits ({@code /v1/background_query}). They need
 * {@code logs.logs-data-api-low.read}, or {@code logs.logs-data-api-high.read}: Reader.
 */
public final class BackgroundQueries {

    private final IbmCloud cloud;
    private final Crn instance;
    private final Service api;

    BackgroundQueries(IbmCloud cloud, Crn instance, Service api) {
        this.cloud = cloud;
        this.instance = instance;
        this.api = api;
    }

    /**
     * Begins one. Never sent twice by itself.
     *
     * @param query the question; tier, limit, source and strictness don't count in the background
     * @return its id
     */
    public BackgroundQuery submit(Query query) {
        return api.post("submitBackgroundQuery", "/v1/background_query")
                .json(query.background())
                .as(BackgroundQuery.Wire.class)
                .query();
    }

    /**
     * Asks how far one is.
     *
     * @param id its id
     * @return how far
     */
    public BackgroundStatus status(QueryId id) {
        return api.get("getBackgroundQueryStatus", "/v1/background_query/{query_id}/status", id)
                .as(BackgroundStatus.Wire.class)
                .status();
    }

    /**
     * Waits until one is over, one way or the other.
     *
     * @param id its id
     * @return how it ended
     * @throws io.lanyard.core.DeadlineException when it isn't over within the cloud's deadline
     */
    public BackgroundStatus await(QueryId id) {
        return Polling.until(
                cloud,
                "awaitBackgroundQuery",
                "query " + id + " to be over",
                within -> Optional.of(
                                new CloudLogs(within, instance).background().status(id))
                        .filter(BackgroundStatus::isOver));
    }

    /**
     * Reads the results of one that succeeded, and hands them on one by one as they come, holding none of them.
     *
     * @param id      its id
     * @param results takes a result; what it throws ends the reading
     * @return how many there were
     * @throws io.lanyard.core.DecodeException when the answer breaks off
     */
    public QueryOutcome data(QueryId id, Consumer<LogEntry> results) {
        return api.get("getBackgroundQueryData", "/v1/background_query/{query_id}/data", id)
                .streamed()
                .accept("text/event-stream")
                .send(answer -> QueryStream.readKept(answer, results));
    }

    /**
     * Cancels one. Safe to repeat.
     *
     * @param id its id
     */
    public void cancel(QueryId id) {
        api.post("cancelBackgroundQuery", "/v1/background_query/{query_id}/cancel", id)
                .idempotent()
                .done();
    }
}
