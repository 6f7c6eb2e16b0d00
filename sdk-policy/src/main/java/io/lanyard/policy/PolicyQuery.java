package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.core.call.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Policy: which policies to list, filled in a lambda: {@code policies.list(account, q -> q.of(robot.iamId()).type(ACCESS))}.
 * What only one version of the API knows is in {@link PolicyQueryV1} and {@link PolicyQueryV2}.
 *
 * @param <Q> the query itself, so that calls can be chained
 */
public abstract sealed class PolicyQuery<Q extends PolicyQuery<Q>> permits PolicyQueryV1, PolicyQueryV2 {
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    PolicyQuery(AccountId account) {
        parameters.put("account_id", account);
    }

    final Call on(Call call) {
        parameters.forEach(call::query);
        return call;
    }

    abstract Q self();

    final Q and(String name, Object value) {
        parameters.put(name, value);
        return self();
    }

    /**
     * Only policies of an identity.
     *
     * @param identity its IAM id
     * @return this query
     */
    public final Q of(IamId identity) {
        return and("iam_id", identity);
    }

    /**
     * Only policies of an access group.
     *
     * @param accessGroupId its id
     * @return this query
     */
    public final Q ofGroup(String accessGroupId) {
        return and("access_group_id", accessGroupId);
    }

    /**
     * Only policies of a type.
     *
     * @param type the type
     * @return this query
     */
    public final Q type(PolicyType type) {
        return and("type", type);
    }

    /**
     * Only policies for all services of a kind.
     *
     * @param serviceType {@code service} or {@code platform_service}
     * @return this query
     */
    public final Q serviceType(String serviceType) {
        return and("service_type", serviceType);
    }

    /**
     * In an order.
     *
     * @param field {@code id}, {@code type}, {@code href}, {@code created_at}, {@code created_by_id}, {@code last_modified_at},
     *     {@code last_modified_by_id} or {@code state}; with {@code -} before it, descending
     * @return this query
     */
    public final Q sort(String field) {
        return and("sort", field);
    }

    /**
     * With more in each policy.
     *
     * @param format what more
     * @return this query
     */
    public final Q format(PolicyFormat format) {
        return and("format", format);
    }

    /**
     * Only policies in a state; active ones if not said.
     *
     * @param state the state
     * @return this query
     */
    public final Q state(PolicyState state) {
        return and("state", state);
    }

    /**
     * In pages of a size; it changes how many calls are made, not what is listed.
     *
     * @param policies how many policies a page has
     * @return this query
     */
    public final Q pageSize(int policies) {
        return and("limit", policies);
    }
}
