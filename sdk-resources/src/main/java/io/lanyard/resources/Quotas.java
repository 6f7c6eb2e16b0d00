package io.lanyard.resources;

import io.lanyard.core.call.Service;
import java.util.List;

/** Resources: how much accounts may use ({@code /v2/quota_definitions}). Anybody who is logged in may ask. */
public final class Quotas {

    private final Service manager;

    Quotas(Service manager) {
        this.manager = manager;
    }

    /**
     * Lists all quotas there are.
     *
     * @return the quotas; the service tells them in one piece
     */
    public List<Quota> list() {
        return manager.get("listQuotaDefinitions", "/v2/quota_definitions").items("resources", Quota.class);
    }

    /**
     * Gets a quota.
     *
     * @param id its id, such as that of {@link ResourceGroup#quotaId}
     * @return the quota
     */
    public Quota get(QuotaId id) {
        return manager.get("getQuotaDefinition", "/v2/quota_definitions/{id}", id)
                .as(Quota.class);
    }
}
