package io.lanyard.resources;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources: what shall be different about an instance; Gson writes its fields as the request's body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class InstanceChange {

    private @Nullable String name;
    private @Nullable Map<String, Object> parameters;
    private @Nullable String resourcePlanId;
    private @Nullable Boolean allowCleanup;

    InstanceChange() {}

    /**
     * Renames it.
     *
     * @param name its new name
     * @return this
     */
    public InstanceChange name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Tells the service something of its own.
     *
     * @param key   the service's name for it
     * @param value text, a number, a boolean, or lists and maps of those
     * @return this
     */
    public InstanceChange parameter(String key, Object value) {
        if (parameters == null) {
            parameters = new LinkedHashMap<>();
        }
        parameters.put(key, value);
        return this;
    }

    /**
     * Gives it another plan.
     *
     * @param planId the plan's id in the catalog
     * @return this
     */
    public InstanceChange plan(String planId) {
        resourcePlanId = planId;
        return this;
    }

    /**
     * Says whether it may be deleted together with what it is made for.
     *
     * @param allowed whether it may
     * @return this
     */
    public InstanceChange allowCleanup(boolean allowed) {
        allowCleanup = allowed;
        return this;
    }
}
