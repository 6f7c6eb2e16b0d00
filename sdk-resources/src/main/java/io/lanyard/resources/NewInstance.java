package io.lanyard.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources: the optional part of a new instance; Gson writes its fields as the request's body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewInstance {

    private final String name;
    private final String target;
    private final ResourceGroupId resourceGroup;
    private final String resourcePlanId;
    private @Nullable List<String> tags;
    private @Nullable Boolean allowCleanup;
    private @Nullable Map<String, Object> parameters;

    private transient @Nullable String lock;

    NewInstance(String name, ResourceGroupId group, Offering offering) {
        this.name = name;
        this.target = offering.target();
        this.resourceGroup = group;
        this.resourcePlanId = offering.planId();
    }

    /**
     * Attaches tags to it.
     *
     * @param tags the tags
     * @return this
     */
    public NewInstance tags(String... tags) {
        this.tags = List.of(tags);
        return this;
    }

    /**
     * Lets it be deleted together with what it is made for.
     *
     * @return this
     */
    public NewInstance allowCleanup() {
        allowCleanup = true;
        return this;
    }

    /**
     * Tells the service something of its own.
     *
     * @param key   the service's name for it
     * @param value text, a number, a boolean, or lists and maps of those
     * @return this
     */
    public NewInstance parameter(String key, Object value) {
        if (parameters == null) {
            parameters = new LinkedHashMap<>();
        }
        parameters.put(key, value);
        return this;
    }

    /**
     * Locks it from its beginning: it can neither be changed nor deleted.
     *
     * @return this
     */
    public NewInstance locked() {
        lock = "true";
        return this;
    }

    @Nullable String lockHeader() {
        return lock;
    }
}
