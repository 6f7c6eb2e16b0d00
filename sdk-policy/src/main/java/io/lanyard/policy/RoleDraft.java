package io.lanyard.policy;

import io.lanyard.core.AccountId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policy: a role that is about to be made: {@code r -> r.service("container-registry").permitting("container-registry.image.pull")}. */
public final class RoleDraft {
    private final Map<String, Object> body = new LinkedHashMap<>();

    RoleDraft(AccountId account, String name) {
        body.put("name", name);
        body.put("display_name", name);
        body.put("account_id", account.value());
        body.put("service_name", "");
        body.put("actions", List.of());
    }

    /**
     * Says which service it is for; there is exactly one, and it never changes.
     *
     * @param serviceName the service
     * @return this draft
     */
    public RoleDraft service(String serviceName) {
        body.put("service_name", serviceName);
        return this;
    }

    /**
     * Says what it permits.
     *
     * @param actions the actions; at least one must be the service's own
     * @return this draft
     */
    public RoleDraft permitting(String... actions) {
        body.put("actions", List.of(actions));
        return this;
    }

    /**
     * Says its name for people, which is its name in the CRN otherwise.
     *
     * @param name the name
     * @return this draft
     */
    public RoleDraft shownAs(String name) {
        body.put("display_name", name);
        return this;
    }

    /**
     * Says what it is for.
     *
     * @param text what it is for
     * @return this draft
     */
    public RoleDraft describedAs(String text) {
        body.put("description", text);
        return this;
    }

    Map<String, Object> body() {
        return body;
    }
}
