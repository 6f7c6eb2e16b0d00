package io.lanyard.resources;

import io.lanyard.core.call.Call;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resources: which instances or keys to list.
 *
 * @param <Q> the query itself, so that calls can be chained
 */
public abstract sealed class ResourceQuery<Q extends ResourceQuery<Q>> permits InstanceQuery, ResourceKeyQuery {

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ResourceQuery() {}

    abstract Q self();

    final Q and(String name, Object value) {
        parameters.put(name, value);
        return self();
    }

    final Call onto(Call call) {
        parameters.forEach(call::query);
        return call;
    }

    /**
     * Only the one with that GUID.
     *
     * @param guid its GUID
     * @return this
     */
    public final Q guid(String guid) {
        return and("guid", guid);
    }

    /**
     * Only those of a name, which need not be unique.
     *
     * @param name the name
     * @return this
     */
    public final Q name(String name) {
        return and("name", name);
    }

    /**
     * Only those in a resource group.
     *
     * @param id the group
     * @return this
     */
    public final Q in(ResourceGroupId id) {
        return and("resource_group_id", id);
    }

    /**
     * Only those of a service.
     *
     * @param id the service's id in the catalog
     * @return this
     */
    public final Q service(String id) {
        return and("resource_id", id);
    }

    /**
     * Only those that were changed within a time.
     *
     * @param from its beginning; the service counts in whole days
     * @param to   its end
     * @return this
     */
    public final Q changedBetween(Instant from, Instant to) {
        and("updated_from", from);
        return and("updated_to", to);
    }

    /**
     * In pages of a size; it changes how many calls are made, not what is listed.
     *
     * @param size how many a page has, at most 100
     * @return this
     */
    public final Q pageSize(int size) {
        return and("limit", size);
    }
}
