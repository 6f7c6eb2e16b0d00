package io.lanyard.audit;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;

/** Audit: Activity Tracker Event Routing, version 2, asked in one region. A cheap view, which many threads may share. */
public final class EventRouting {

    private final Service atracker;
    private final Region region;

    EventRouting(IbmCloud cloud, Region region) {
        this.region = region;
        this.atracker = new Service(cloud, Endpoint.activityTracker(region.value()));
    }

    /** {@return targets: where events are sent to} */
    public Targets targets() {
        return new Targets(atracker, region);
    }

    /** {@return routes: which events are sent where} */
    public Routes routes() {
        return new Routes(atracker);
    }

    /** {@return the account's settings: what counts when nothing else is said} */
    public AccountRouting settings() {
        return new AccountRouting(atracker);
    }
}
