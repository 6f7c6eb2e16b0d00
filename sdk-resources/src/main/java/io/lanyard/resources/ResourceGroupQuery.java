package io.lanyard.resources;

import io.lanyard.core.AccountId;
import io.lanyard.core.call.Call;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** Resources: which resource groups to list. */
public final class ResourceGroupQuery {

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ResourceGroupQuery(AccountId account) {
        parameters.put("account_id", account);
    }

    /**
     * Only the one of that name.
     *
     * @param name its name
     * @return this
     */
    public ResourceGroupQuery name(String name) {
        parameters.put("name", name);
        return this;
    }

    /**
     * Only the default one.
     *
     * @return this
     */
    public ResourceGroupQuery onlyDefault() {
        parameters.put("default", true);
        return this;
    }

    /**
     * Those that there were in a month.
     *
     * @param month the month
     * @return this
     */
    public ResourceGroupQuery in(YearMonth month) {
        parameters.put("date", month.toString());
        return this;
    }

    /**
     * Deleted ones, too.
     *
     * @return this
     */
    public ResourceGroupQuery includingDeleted() {
        parameters.put("include_deleted", true);
        return this;
    }

    Call onto(Call call) {
        parameters.forEach(call::query);
        return call;
    }
}
