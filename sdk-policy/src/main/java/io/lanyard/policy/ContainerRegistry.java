package io.lanyard.policy;

/**
 * Policy: Container Registry as a target. It has no instances; it narrows by region and by namespace. Actions that configure
 * the service (quota, plan, settings, creating namespaces) need a policy without a namespace.
 *
 * @param resource the attributes so far
 */
public record ContainerRegistry(Resource resource) implements Target {

    /**
     * Narrows to one region.
     *
     * @param region its name, such as {@code us-south}
     * @return the narrower target
     */
    public ContainerRegistry region(String region) {
        return new ContainerRegistry(resource.region(region));
    }

    /**
     * Narrows to the global registry, which is a geography and not a region to IAM.
     *
     * @return the narrower target
     */
    public ContainerRegistry global() {
        return new ContainerRegistry(resource.attribute("geography", "global"));
    }

    /**
     * Narrows to one namespace.
     *
     * @param name its name
     * @return the narrower target
     */
    public ContainerRegistry namespace(String name) {
        return new ContainerRegistry(resource.resource("namespace", name));
    }

    /**
     * Narrows to namespaces that fit a match, such as {@code like("team-*")}.
     *
     * @param match what the name must look like
     * @return the narrower target
     */
    public ContainerRegistry namespace(Match match) {
        return new ContainerRegistry(
                resource.attribute(Resource.TYPE, "namespace").attribute(Resource.RESOURCE, match));
    }

    /**
     * Narrows to the namespaces of one resource group.
     *
     * @param id the group's id
     * @return the narrower target
     */
    public ContainerRegistry resourceGroup(String id) {
        return new ContainerRegistry(resource.resourceGroup(id));
    }
}
