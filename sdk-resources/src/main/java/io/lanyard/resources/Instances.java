package io.lanyard.resources;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.Pages;
import io.lanyard.core.call.PageStyle;
import io.lanyard.core.call.Polling;
import io.lanyard.core.call.Service;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Resources: instances of services ({@code /v2/resource_instances}), of the account that the token is for. The rights named below
 * are on the instance, its service or its resource group.
 */
public final class Instances {

    private final IbmCloud cloud;
    private final Service controller;

    Instances(IbmCloud cloud, Service controller) {
        this.cloud = cloud;
        this.controller = controller;
    }

    /**
     * Creates an instance.
     *
     * @param name     its name, which need not be unique
     * @param group    the resource group it shall be in
     * @param offering what it is of, and where
     * @return the instance; it may still be being made, see {@link #await}
     * @see #create(String, ResourceGroupId, Offering, Consumer)
     */
    public Instance create(String name, ResourceGroupId group, Offering offering) {
        return create(name, group, offering, nothingMore -> {});
    }

    /**
     * Creates an instance. Never sent twice by itself: a second one of the same name would be another one. Needs
     * {@code resource-controller.instance.create} on the service (Editor) and Viewer on the resource group itself.
     *
     * @param name     its name, which need not be unique
     * @param group    the resource group it shall be in
     * @param offering what it is of, and where
     * @param options  the optional part: tags, parameters, a lock
     * @return the instance; it may still be being made, see {@link #await}
     */
    public Instance create(String name, ResourceGroupId group, Offering offering, Consumer<NewInstance> options) {
        var wanted = new NewInstance(name, group, offering);
        options.accept(wanted);
        return controller
                .post("createResourceInstance", "/v2/resource_instances")
                .header("Entity-Lock", wanted.lockHeader())
                .json(wanted)
                .as(Instance.class);
    }

    /**
     * Gets an instance. Needs {@code resource-controller.instance.retrieve}: Viewer.
     *
     * @param id its CRN or GUID
     * @return the instance
     */
    public Instance get(InstanceId id) {
        return controller
                .get("getResourceInstance", "/v2/resource_instances/{id}", id)
                .as(Instance.class);
    }

    /**
     * Waits until an instance isn't being made any more, as services such as Event Streams take a while to. The deadline of the cloud
     * covers it all, so allow more than the usual: {@code cloud.with(o -> o.deadline(ofMinutes(10)))}. Needs
     * {@code resource-controller.instance.retrieve}: Viewer.
     *
     * @param id its CRN or GUID
     * @return the instance; {@link Instance#isActive} says whether it can be used now, or its making failed
     * @throws io.lanyard.core.DeadlineException when it is still being made at the end of the cloud's deadline
     */
    public Instance await(InstanceId id) {
        return Polling.until(
                cloud,
                "awaitResourceInstance",
                "instance " + id + " to be made",
                within -> Optional.of(new ResourcesClient(within).instances().get(id))
                        .filter(instance -> !instance.isBeingMade()));
    }

    /**
     * Lists all instances that the caller may see, those that he holds {@code resource-controller.instance.retrieve} on: Viewer.
     *
     * @return the instances, read as they are looked at
     */
    public Pages<Instance> list() {
        return list(everything -> {});
    }

    /**
     * Lists instances that the caller may see, those that he holds {@code resource-controller.instance.retrieve} on: Viewer.
     *
     * @param filter which
     * @return the instances, read as they are looked at
     */
    public Pages<Instance> list(Consumer<InstanceQuery> filter) {
        var query = new InstanceQuery();
        filter.accept(query);
        return query.onto(controller.get("listResourceInstances", "/v2/resource_instances"))
                .pages(PageStyle.startUrl("start"), "resources", Instance.class);
    }

    /**
     * Changes an instance. What isn't mentioned stays. Needs {@code resource-controller.instance.update}: Operator or Editor.
     *
     * @param id     its CRN or GUID
     * @param change what shall be different
     * @return the instance; the change may still be going on, see {@link Instance#lastOperation}
     */
    public Instance update(InstanceId id, Consumer<InstanceChange> change) {
        var wanted = new InstanceChange();
        change.accept(wanted);
        return controller
                .patch("updateResourceInstance", "/v2/resource_instances/{id}", id)
                .json(wanted)
                .as(Instance.class);
    }

    /**
     * Deletes an instance that has no keys. With some services it waits for its end first, see {@link Reclamations}. Needs
     * {@code resource-controller.instance.delete}: Editor.
     *
     * @param id its CRN or GUID
     */
    public void delete(InstanceId id) {
        controller
                .delete("deleteResourceInstance", "/v2/resource_instances/{id}", id)
                .done();
    }

    /**
     * Deletes an instance together with its keys. Needs {@code resource-controller.instance.delete}: Editor.
     *
     * @param id its CRN or GUID
     */
    public void deleteWithKeys(InstanceId id) {
        controller
                .delete("deleteResourceInstance", "/v2/resource_instances/{id}", id)
                .query("recursive", true)
                .done();
    }

    /**
     * Lists the keys of an instance. Needs {@code resource-controller.key.retrieve}: Viewer.
     *
     * @param id the instance's CRN or GUID
     * @return its keys, read as they are looked at
     */
    public Pages<ResourceKey> keys(InstanceId id) {
        return controller
                .get("listResourceKeysForInstance", "/v2/resource_instances/{id}/resource_keys", id)
                .pages(PageStyle.startUrl("start"), "resources", ResourceKey.class);
    }

    /**
     * Locks an instance: it can neither be changed nor deleted. Safe to repeat. Needs
     * {@code resource-controller.instance.update}: Operator or Editor.
     *
     * @param id its CRN or GUID
     * @return the instance
     */
    public Instance lock(InstanceId id) {
        return controller
                .post("lockResourceInstance", "/v2/resource_instances/{id}/lock", id)
                .idempotent()
                .as(Instance.class);
    }

    /**
     * Unlocks an instance. Safe to repeat. Needs {@code resource-controller.instance.update}: Operator or Editor.
     *
     * @param id its CRN or GUID
     * @return the instance
     */
    public Instance unlock(InstanceId id) {
        return controller
                .delete("unlockResourceInstance", "/v2/resource_instances/{id}/lock", id)
                .as(Instance.class);
    }

    /**
     * Cancels what is going on with an instance, if {@link Instance.LastOperation#cancelable} says that it can be. Needs
     * {@code resource-controller.instance.update}: Operator or Editor.
     *
     * @param id its CRN or GUID
     * @return the instance
     */
    public Instance cancelLastOperation(InstanceId id) {
        return controller
                .delete("cancelLastopResourceInstance", "/v2/resource_instances/{id}/last_operation", id)
                .as(Instance.class);
    }
}
