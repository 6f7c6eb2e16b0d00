package io.lanyard.audit;

import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Audit: a Cloud Logs instance: what is asked of it, and what is sent to it.
 *
 * <p>Its addresses follow from its CRN. Another one, such as that on the private network, is told to the cloud:
 * {@code cloud.with(o -> o.endpoint("logs/" + guid, "https://" + guid + ".api.private.eu-de.logs.cloud.ibm.com"))}, and
 * {@code logs-ingress/…} for what is sent.
 */
public final class CloudLogs {

    private final Crn instance;
    private final Service api;
    private final LogIngestion ingestion;
    private final BackgroundQueries background;

    CloudLogs(IbmCloud cloud, Crn instance) {
        this.instance = instance;
        this.api = new Service(cloud, Endpoint.logs(instance.region(), instance.serviceInstance()));
        this.background = new BackgroundQueries(cloud, instance, api);
        this.ingestion = new LogIngestion(
                new Service(cloud, Endpoint.logsIngress(instance.region(), instance.serviceInstance())));
    }

    /** {@return the instance's CRN} */
    public Crn instance() {
        return instance;
    }

    /**
     * Asks, and takes the answer as a list. It is in memory as a whole, so mind the query's limit. Needs
     * {@code logs.logs-data-api-high.read} for indexed logs, {@code logs.logs-data-api-low.read} for kept ones: Reader.
     *
     * @param query the question
     * @return the results, in the service's order
     * @throws io.lanyard.core.DecodeException when the service says in the middle of its answer that the query failed, or the
     *     answer breaks off
     */
    public List<LogEntry> query(Query query) {
        return api.post("query", "/v1/query")
                .idempotent()
                .streamed()
                .accept("text/event-stream")
                .json(query.direct())
                .send(answer -> {
                    var entries = new ArrayList<LogEntry>(); // of this attempt: a repeated one begins anew
                    var ignored = QueryStream.readAgain(answer, entries::add);
                    return List.copyOf(entries);
                });
    }

    /**
     * Asks, and hands the results on one by one as they come, holding none of them. Once one was handed on, the call isn't repeated
     * by itself. Needs {@code logs.logs-data-api-high.read} for indexed logs, {@code logs.logs-data-api-low.read} for kept ones:
     * Reader.
     *
     * @param query   the question
     * @param results takes a result; what it throws ends the query
     * @return how it went
     * @throws io.lanyard.core.DecodeException when the service says in the middle of its answer that the query failed, or the
     *     answer breaks off
     * @throws io.lanyard.core.TransportException when the connection is lost, or nothing comes for as long as an attempt may take
     * @throws io.lanyard.core.DeadlineException when the answer isn't over within the cloud's deadline, the taker's own time
     *     included
     */
    public QueryOutcome query(Query query, Consumer<LogEntry> results) {
        return api.post("query", "/v1/query")
                .idempotent()
                .streamed()
                .accept("text/event-stream")
                .json(query.direct())
                .send(answer -> QueryStream.readOnce(answer, results));
    }

    /** {@return queries that go on while nobody waits} */
    public BackgroundQueries background() {
        return background;
    }

    /** {@return sending logs to it} */
    public LogIngestion ingestion() {
        return ingestion;
    }
}
