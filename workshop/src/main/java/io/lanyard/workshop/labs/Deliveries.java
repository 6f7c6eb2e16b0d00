package io.lanyard.workshop.labs;

import io.lanyard.core.IbmCloud;
import io.lanyard.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labs: what the sandbox counts for each target of event routing; IBM Cloud tells nobody. */
final class Deliveries {
    private static final String DECISIONS = "/sandbox/v1/decisions/";

    private final IbmCloud cloud;
    private final Sandbox sandbox;

    Deliveries(IbmCloud cloud, Sandbox sandbox) {
        this.cloud = cloud;
        this.sandbox = sandbox;
    }

    Optional<Delivery> to(String targetId) {
        return cloud.raw().get("iam", "/sandbox/v1/routing").as(Counts.class).targets().stream()
                .filter(count -> count.targetId().equals(targetId))
                .findFirst()
                .map(this::delivery);
    }

    private Delivery delivery(Count count) {
        long lost = sum(count.failed()) + sum(count.dropped());
        var why = count.lastFailure()
                .map(failure -> failure.decision().replace(DECISIONS, ""))
                .flatMap(transaction -> Explanations.of(sandbox.decision(transaction)));
        return new Delivery(count.delivered(), lost, why);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    record Counts(List<Count> targets) {}

    record Count(
            String targetId,
            long delivered,
            Map<String, Long> failed,
            Map<String, Long> dropped,
            Optional<Failure> lastFailure) {}

    record Failure(String decision) {}
}
