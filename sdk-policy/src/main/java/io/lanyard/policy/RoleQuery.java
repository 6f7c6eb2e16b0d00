package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.call.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** Policy: which roles to list. */
public final class RoleQuery {
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RoleQuery() {}

    /**
     * Lists an account's own roles as well.
     *
     * @param account the account
     * @return this query
     */
    public RoleQuery account(AccountId account) {
        return and("account_id", account);
    }

    /**
     * Lists the roles of a service.
     *
     * @param serviceName the service
     * @return this query
     */
    public RoleQuery service(String serviceName) {
        return and("service_name", serviceName);
    }

    /**
     * Lists the roles that another service can be authorized with on this one.
     *
     * @param serviceName the service that acts
     * @return this query
     */
    public RoleQuery actingService(String serviceName) {
        return and("source_service_name", serviceName);
    }

    /**
     * Lists the roles for a type of policy.
     *
     * @param type the type
     * @return this query
     */
    public RoleQuery type(PolicyType type) {
        return and("policy_type", type);
    }

    /**
     * Lists the roles of a group of services; it can't be combined with a service.
     *
     * @param serviceGroupId the group, {@code IAM} being the known one
     * @return this query
     */
    public RoleQuery serviceGroup(String serviceGroupId) {
        return and("service_group_id", serviceGroupId);
    }

    Call on(Call call) {
        parameters.forEach(call::query);
        return call;
    }

    private RoleQuery and(String name, Object value) {
        parameters.put(name, value);
        return this;
    }
}
