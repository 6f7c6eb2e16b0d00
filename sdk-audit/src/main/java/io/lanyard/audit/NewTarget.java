package io.lanyard.audit;

import org.jspecify.annotations.Nullable;

/** Audit: the optional part of a new target; Gson writes its fields as the request's body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewTarget {

    private final String name;
    private final @Nullable TargetType targetType;
    private @Nullable Sink cosEndpoint;
    private @Nullable Sink eventstreamsEndpoint;
    private @Nullable Sink cloudlogsEndpoint;
    private @Nullable Sink appconfigEndpoint;
    private @Nullable Region region;
    private @Nullable String managedBy;

    private NewTarget(String name, @Nullable TargetType type, Sink sink) {
        this.name = name;
        this.targetType = type;
        if (sink instanceof Sink.Bucket) {
            cosEndpoint = sink;
        } else if (sink instanceof Sink.Topic) {
            eventstreamsEndpoint = sink;
        } else if (sink instanceof Sink.Logs) {
            cloudlogsEndpoint = sink;
        } else {
            appconfigEndpoint = sink;
        }
    }

    /** The region is that of the host that is asked, said once more, because another URL may have been given for that host. */
    static NewTarget of(String name, Sink sink, Region asked) {
        return new NewTarget(name, sink.type(), sink).region(asked);
    }

    /** A replacement names no type, because that can't change. */
    static NewTarget inPlace(String name, Sink sink) {
        return new NewTarget(name, null, sink);
    }

    /**
     * Says which region delivers to it; the one that is asked, if not said.
     *
     * @param region the region
     * @return this
     */
    public NewTarget region(Region region) {
        this.region = region;
        return this;
    }

    /**
     * Lets the enterprise manage it.
     *
     * @return this
     */
    public NewTarget managedByEnterprise() {
        managedBy = "enterprise";
        return this;
    }
}
