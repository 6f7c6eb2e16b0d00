package io.lanyard.policy.decision;

import io.lanyard.policy.Policy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decision: yes, and through which policy. */
public final class Permit implements Decision {

    /** Decision: how a policy reaches who asks. */
    public enum Via {
        /** It names the identity. */
        OWN,
        /** It names an access group that the identity is in. */
        GROUP,
        /** It names the group that everybody is in. */
        PUBLIC,
        /** It is an authorization for the service that asks. */
        AUTHORIZATION,
        /** There is no policy: the identity owns the account. */
        OWNER
    }

    private final Request request;
    private final Via via;
    private final @Nullable Policy policy;
    private final @Nullable String group;

    Permit(Request request, Via via, @Nullable Policy policy, @Nullable String group) {
        this.request = request;
        this.via = via;
        this.policy = policy;
        this.group = group;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Effect effect() {
        return Effect.PERMIT;
    }

    /** {@return how the permission reaches who asks} */
    public Via via() {
        return via;
    }

    /** {@return the policy that permits; empty for the account's owner} */
    public Optional<Policy> policy() {
        return Optional.ofNullable(policy);
    }

    /** {@return the access group that it came through} */
    public Optional<String> group() {
        return Optional.ofNullable(group);
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                Wording.question(request),
                Effect.PERMIT,
                List.of(Wording.permitted(this)),
                0,
                List.of(),
                List.of(),
                Explainer.NOT_MODELLED);
    }

    @Override
    public String toString() {
        return explain();
    }
}
