package io.lanyard.registry;

import java.util.function.Consumer;

/** Registry: how much an account may store and pull in one region ({@code /api/v1/quotas}). */
public final class Quotas {

    private final AccountRegistry registry;

    Quotas(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Gets limits and usage, in bytes. Needs {@code container-registry.quota.get}: Reader, Writer or Manager on the account's
     * registry.
     *
     * @return limits and usage
     */
    public Quota get() {
        return registry.get("getQuota", "/api/v1/quotas").as(Quota.class);
    }

    /**
     * Sets limits, in megabytes. On the free plan they can't be above 512 MB of storage and 5 120 MB of traffic. Safe to
     * repeat. Needs {@code container-registry.quota.set}: Manager on the account's registry.
     *
     * @param change the limits to set
     */
    public void set(Consumer<QuotaChange> change) {
        var body = new QuotaChange();
        change.accept(body);
        registry.patch("updateQuota", "/api/v1/quotas").idempotent().json(body).done();
    }
}
