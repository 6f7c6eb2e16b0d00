package io.lanyard.policy.decision;

import java.util.List;

/** Decision: no, because nothing permits. It keeps the snapshot it was made in, to say why when asked. */
public final class Deny implements Decision {
    private final Snapshot snapshot;
    private final Request request;
    private final List<Snapshot> elsewhere;

    Deny(Snapshot snapshot, Request request) {
        this(snapshot, request, List.of());
    }

    private Deny(Snapshot snapshot, Request request, List<Snapshot> elsewhere) {
        this.snapshot = snapshot;
        this.request = request;
        this.elsewhere = elsewhere;
    }

    /**
     * Looks into another account as well when it explains itself, such as that of the service that asked: an authorization that was
     * created there, and not where its target is, has no effect. The answer stays as it is.
     *
     * @param other the other account
     * @return the same denial
     */
    public Deny lookingInto(Snapshot other) {
        return new Deny(snapshot, request, List.of(other));
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
        return Explainer.explain(snapshot, request, elsewhere);
    }

    @Override
    public String toString() {
        return explain();
    }
}
