package io.lanyard.registry;

import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Registry: which images of a namespace are kept when it is tidied up ({@code /api/v1/retentions}); the others go to the
 * {@link Trash}.
 */
public final class Retention {

    private final AccountRegistry registry;

    Retention(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Lists the policies of all namespaces. Needs {@code container-registry.retention.list}: Reader or Manager.
     *
     * @return namespace to policy
     */
    public Map<String, RetentionPolicy> list() {
        return registry.get("listRetentionPolicies", "/api/v1/retentions")
                .as(new TypeToken<Map<String, RetentionPolicy>>() {});
    }

    /**
     * Gets the policy of one namespace. Needs {@code container-registry.retention.get}: Reader or Manager.
     *
     * @param namespace the namespace
     * @return its policy
     */
    public RetentionPolicy get(String namespace) {
        return registry.get("getRetentionPolicy", "/api/v1/retentions/{namespace}", namespace)
                .as(RetentionPolicy.class);
    }

    /**
     * Sets the policy of a namespace and runs it once; images that it doesn't keep go to the trash. Safe to repeat. Needs
     * {@code container-registry.retention.set}: Manager, or Reader and Writer together.
     *
     * @param namespace the namespace
     * @param policy    what to keep
     */
    public void set(String namespace, Consumer<NewRetentionPolicy> policy) {
        registry.post("setRetentionPolicy", "/api/v1/retentions")
                .idempotent()
                .json(body(namespace, policy))
                .done();
    }

    /**
     * Analyzes a policy without setting it. Changes nothing, though it is a POST, so it is safe to repeat. Needs
     * {@code container-registry.retention.analyze}: Reader or Manager.
     *
     * @param namespace the namespace
     * @param policy    what would be kept
     * @return repository to the digests that would be deleted
     */
    public Map<String, List<String>> analyze(String namespace, Consumer<NewRetentionPolicy> policy) {
        return registry.post("analyzeRetentionPolicy", "/api/v1/retentions/analyze")
                .idempotent()
                .json(body(namespace, policy))
                .as(new TypeToken<Map<String, List<String>>>() {});
    }

    private static NewRetentionPolicy body(String namespace, Consumer<NewRetentionPolicy> policy) {
        var body = new NewRetentionPolicy(namespace);
        policy.accept(body);
        return body;
    }
}
