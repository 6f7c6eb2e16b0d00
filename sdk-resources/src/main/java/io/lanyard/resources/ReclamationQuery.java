package io.lanyard.resources;

import io.lanyard.core.AccountId;
import io.lanyard.core.call.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** Resources: which waiting instances to list. */
public final class ReclamationQuery {

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ReclamationQuery() {}

    /**
     * Only those of an account.
     *
     * @param account the account
     * @return this
     */
    public ReclamationQuery of(AccountId account) {
        parameters.put("account_id", account);
        return this;
    }

    /**
     * Only that of an instance.
     *
     * @param id the instance's CRN or GUID
     * @return this
     */
    public ReclamationQuery of(InstanceId id) {
        parameters.put("resource_instance_id", id);
        return this;
    }

    /**
     * Only those in a resource group.
     *
     * @param id the group
     * @return this
     */
    public ReclamationQuery in(ResourceGroupId id) {
        parameters.put("resource_group_id", id);
        return this;
    }

    Call onto(Call call) {
        parameters.forEach(call::query);
        return call;
    }
}
