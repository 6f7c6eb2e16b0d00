package io.lanyard.registry;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;

/**
 * Registry: the way in to Container Registry in one region, for the account that the cloud is set to.
 *
 * <pre>{@code
 * var registry = RegistryClient.in(cloud, Region.US_SOUTH);
 * registry.namespaces().create("my_namespace");
 * registry.enforcement().enable();
 * var image = registry.image("my_namespace", "hello-world").withTag("3.6");
 * registry.images().inspect(image);
 * }</pre>
 *
 * <p>A client is a cheap view: it holds no connection, and many threads may share it. Each region is a registry of its own;
 * its address is the region's public host, or what {@code IBMCLOUD_REGISTRY_<REGION>} (as in
 * {@code IBMCLOUD_REGISTRY_US_SOUTH}) or {@code IBMCLOUD_REGISTRY_URL} says.
 *
 * <p>Every call but {@link #messages()} names the account in the header {@code Account}; without an account the call fails
 * before anything is sent. A caller without access to a namespace sees less rather than an error: lists leave it out. Facts
 * are from IBM's Container Registry documentation and its Go SDK.
 */
public final class RegistryClient {

    private final Region region;
    private final AccountRegistry registry;

    private RegistryClient(Region region, AccountRegistry registry) {
        this.region = region;
        this.registry = registry;
    }

    /**
     * Opens the registry of one region.
     *
     * @param cloud  whose credentials, account and connections to use
     * @param region the region
     * @return the client; nothing is sent yet
     */
    public static RegistryClient in(IbmCloud cloud, Region region) {
        return new RegistryClient(
                region, new AccountRegistry(cloud, new Service(cloud, Endpoint.registry(region.value()))));
    }

    /**
     * Names the region.
     *
     * @return the region this client speaks to
     */
    public Region region() {
        return region;
    }

    /**
     * Names the host, as image names spell it.
     *
     * @return such as {@code us.icr.io}, or {@code host:port} where the address was set
     */
    public String host() {
        return registry.host();
    }

    /**
     * Names a repository of this registry.
     *
     * @param namespace  the namespace
     * @param repository the path below it
     * @return the name, to be completed by a tag or a digest
     * @throws IllegalArgumentException when a part is malformed
     */
    public ImageRef image(String namespace, String repository) {
        return ImageRef.of(host(), namespace, repository);
    }

    /**
     * Whether IAM policies decide who may pull and push.
     *
     * @return the operations on it
     */
    public EnforcementSwitch enforcement() {
        return new EnforcementSwitch(registry);
    }

    /**
     * The namespaces of the account.
     *
     * @return the operations on them
     */
    public Namespaces namespaces() {
        return new Namespaces(registry);
    }

    /**
     * The images, and their tags.
     *
     * @return the operations on them
     */
    public Images images() {
        return new Images(registry);
    }

    /**
     * What the account pays for.
     *
     * @return the operations on it
     */
    public PlanChoice plan() {
        return new PlanChoice(registry);
    }

    /**
     * How much the account may store and pull.
     *
     * @return the operations on it
     */
    public Quotas quota() {
        return new Quotas(registry);
    }

    /**
     * Which images are kept when a namespace is tidied up.
     *
     * @return the operations on it
     */
    public Retention retention() {
        return new Retention(registry);
    }

    /**
     * Deleted images that can still be restored.
     *
     * @return the operations on them
     */
    public Trash trash() {
        return new Trash(registry);
    }

    /**
     * The account's switches.
     *
     * @return the operations on them
     */
    public Settings settings() {
        return new Settings(registry);
    }

    /**
     * What the registry's operators have to say.
     *
     * @return the operation on it
     */
    public Messages messages() {
        return new Messages(registry.service());
    }
}
