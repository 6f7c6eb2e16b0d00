package io.lanyard.policy;

import io.lanyard.core.AccountId;

/** Policy: which policies to list with version 2. */
public final class PolicyQueryV2 extends PolicyQuery<PolicyQueryV2> {
    PolicyQueryV2(AccountId account) {
        super(account);
    }

    @Override
    PolicyQueryV2 self() {
        return this;
    }

    /**
     * Only policies for one service.
     *
     * @param serviceName its name
     * @return this query
     */
    public PolicyQueryV2 serviceName(String serviceName) {
        return and("service_name", serviceName);
    }

    /**
     * Only policies for a group of services.
     *
     * @param serviceGroupId the group, {@code IAM} being the known one
     * @return this query
     */
    public PolicyQueryV2 serviceGroup(String serviceGroupId) {
        return and("service_group_id", serviceGroupId);
    }
}
