package io.lanyard.policy.decision;

/** Decision: no, because nothing permits. It keeps the snapshot it was made in, to say why when asked. */
public final class Deny implements Decision {
    private final Snapshot snapshot;
    private final Request request;

    Deny(Snapshot snapshot, Request request) {
        this.snapshot = snapshot;
        this.request = request;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Effect effect() {
        return Effect.DENY;
    }

    @Override
    public Explanation explanation() {
        return Explainer.explain(snapshot, request);
    }

    @Override
    public String toString() {
        return explain();
    }
}
