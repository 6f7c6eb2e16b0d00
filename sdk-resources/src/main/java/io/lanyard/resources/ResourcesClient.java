package io.lanyard.resources;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;

/**
 * Resources: the way in to resource groups, service instances and their keys.
 *
 * <pre>{@code
 * var resources = new ResourcesClient(cloud);
 * var group = resources.groups().defaultOf(account);
 * var store = resources.instances().create("audit-store", group.id(), Offering.plan(liteCos).in("global"));
 * }</pre>
 *
 * <p>A client is a cheap view: it holds no connection, and many threads may share it. Every operation throws an
 * {@link io.lanyard.core.IamException} when the service says no or can't be reached.
 */
public final class ResourcesClient {

    private final IbmCloud cloud;
    private final Service manager;
    private final Service controller;

    /**
     * Opens the client; nothing is sent yet.
     *
     * @param cloud whose credentials and connections to use
     */
    public ResourcesClient(IbmCloud cloud) {
        this.cloud = cloud;
        this.manager = new Service(cloud, Endpoint.RESOURCE_MANAGER);
        this.controller = new Service(cloud, Endpoint.RESOURCE_CONTROLLER);
    }

    /** {@return resource groups, in which an account keeps its instances apart} */
    public ResourceGroups groups() {
        return new ResourceGroups(manager);
    }

    /** {@return quotas: how much an account may use} */
    public Quotas quotas() {
        return new Quotas(manager);
    }

    /** {@return service instances} */
    public Instances instances() {
        return new Instances(cloud, controller);
    }

    /** {@return keys of service instances: credentials for programs, each with a service ID behind it} */
    public ResourceKeys keys() {
        return new ResourceKeys(controller);
    }

    /** {@return instances that were deleted and wait for their end} */
    public Reclamations reclamations() {
        return new Reclamations(controller);
    }
}
