package io.lanyard.audit;

import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;

/**
 * Audit: the way in to event routing, logs, and the report about identities of other accounts.
 *
 * <pre>{@code
 * var audit = new AuditClient(cloud);
 * var routing = audit.routing(Region.US_SOUTH);
 * var target = routing.targets().create("audit-bucket", Sink.bucket(store, "audit-logs", s3Endpoint));
 * routing.routes().create("everything", Rule.of(Location.ALL).to(target.id()));
 *
 * audit.logs(logs).query(Query.lucene("action:\"iam-identity.serviceid-apikey.login\"").between(from, to))
 *     .forEach(entry -> …);
 * }</pre>
 *
 * <p>A client is a cheap view: it holds no connection, and many threads may share it. Every operation throws an
 * {@link io.lanyard.core.IamException} when the service says no or can't be reached.
 */
public final class AuditClient {

    private final IbmCloud cloud;

    /**
     * Opens the client; nothing is sent yet.
     *
     * @param cloud whose credentials and connections to use
     */
    public AuditClient(IbmCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Activity Tracker Event Routing. Routes and settings are the account's, whichever region is asked, and all targets are seen
     * from everywhere; a new target is in the region that is asked, unless it says another.
     *
     * @param region the region to ask; one that isn't supported can't be reached
     * @return its targets, routes and settings
     */
    public EventRouting routing(Region region) {
        return new EventRouting(cloud, region);
    }

    /**
     * A Cloud Logs instance.
     *
     * @param instance its CRN, which says its region and its GUID
     * @return queries and ingestion
     * @throws IllegalArgumentException when the CRN has no region or no instance that could be part of a host's name
     */
    public CloudLogs logs(Crn instance) {
        return new CloudLogs(cloud, instance);
    }

    /**
     * The report about identities of other accounts.
     *
     * @return what makes it
     */
    public ExternalIdentities externalIdentities() {
        return new ExternalIdentities(cloud);
    }
}
