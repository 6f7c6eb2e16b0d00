package io.lanyard.resources;

import io.lanyard.core.Pages;
import io.lanyard.core.call.PageStyle;
import io.lanyard.core.call.Service;
import java.util.Map;
import java.util.function.Consumer;

/** Resources: keys of service instances ({@code /v2/resource_keys}), of the account that the token is for. */
public final class ResourceKeys {

    private final Service controller;

    ResourceKeys(Service controller) {
        this.controller = controller;
    }

    /**
     * Creates a key with the role Writer or what the service takes instead.
     *
     * @param name     its name
     * @param instance the instance's CRN or GUID
     * @return the key with its credentials
     * @see #create(String, InstanceId, Consumer)
     */
    public ResourceKey create(String name, InstanceId instance) {
        return create(name, instance, nothingMore -> {});
    }

    /**
     * Creates a key. Never sent twice by itself: a second key would be another one. Needs
     * {@code resource-controller.key.create} on the instance (Operator, Editor) and the role that is granted.
     *
     * @param name     its name
     * @param instance the instance's CRN or GUID
     * @param options  the optional part: role, service ID, HMAC credentials
     * @return the key with its credentials
     */
    public ResourceKey create(String name, InstanceId instance, Consumer<NewResourceKey> options) {
        var wanted = new NewResourceKey(name, instance);
        options.accept(wanted);
        return controller
                .post("createResourceKey", "/v2/resource_keys")
                .json(wanted)
                .as(ResourceKey.class);
    }

    /**
     * Gets a key. Needs {@code resource-controller.key.retrieve}: Viewer; the credentials are redacted for callers who
     * hold less than the key.
     *
     * @param id its CRN or GUID
     * @return the key
     */
    public ResourceKey get(ResourceKeyId id) {
        return controller.get("getResourceKey", "/v2/resource_keys/{id}", id).as(ResourceKey.class);
    }

    /**
     * Lists all keys that the caller may see, those that he holds {@code resource-controller.key.retrieve} on: Viewer.
     *
     * @return the keys, read as they are looked at
     */
    public Pages<ResourceKey> list() {
        return list(everything -> {});
    }

    /**
     * Lists keys that the caller may see, those that he holds {@code resource-controller.key.retrieve} on: Viewer. {@link Instances#keys} lists those of one instance.
     *
     * @param filter which
     * @return the keys, read as they are looked at
     */
    public Pages<ResourceKey> list(Consumer<ResourceKeyQuery> filter) {
        var query = new ResourceKeyQuery();
        filter.accept(query);
        return query.onto(controller.get("listResourceKeys", "/v2/resource_keys"))
                .pages(PageStyle.startUrl("start"), "resources", ResourceKey.class);
    }

    /**
     * Renames a key. Needs {@code resource-controller.key.update}: Operator or Editor.
     *
     * @param id   its CRN or GUID
     * @param name its new name
     * @return the key
     */
    public ResourceKey rename(ResourceKeyId id, String name) {
        return controller
                .patch("updateResourceKey", "/v2/resource_keys/{id}", id)
                .idempotent()
                .json(Map.of("name", name))
                .as(ResourceKey.class);
    }

    /**
     * Deletes a key, together with the service ID that was made for it. Needs {@code resource-controller.key.delete}: Operator or
     * Editor.
     *
     * @param id its CRN or GUID
     */
    public void delete(ResourceKeyId id) {
        controller.delete("deleteResourceKey", "/v2/resource_keys/{id}", id).done();
    }
}
