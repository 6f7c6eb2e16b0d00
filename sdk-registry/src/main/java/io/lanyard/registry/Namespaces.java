package io.lanyard.registry;

import java.util.List;
import java.util.function.Consumer;

/**
 * Registry: the namespaces of an account ({@code /api/v1/namespaces}), the unit that access policies name.
 *
 * <p>A name has 4 to 30 characters out of {@code a-z 0-9 _ -}, begins and ends with a letter or digit, and is unique in its
 * region across all accounts. The service checks that, not we.
 */
public final class Namespaces {

    private final AccountRegistry registry;

    Namespaces(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Lists the names. Needs {@code container-registry.namespace.list}: Reader or Manager; namespaces without it are left out.
     *
     * @return the names
     */
    public List<String> list() {
        return registry.get("listNamespaces", "/api/v1/namespaces").list(String.class);
    }

    /**
     * Lists the namespaces with owner, resource group and dates. Needs {@code container-registry.namespace.list}.
     *
     * @return the namespaces
     */
    public List<NamespaceDetails> details() {
        return registry.get("listNamespaceDetails", "/api/v1/namespaces/details")
                .list(NamespaceDetails.class);
    }

    /**
     * Creates a namespace in the default resource group, or finds that the account has it.
     *
     * @param name its name
     * @return the namespace, and whether it existed
     * @see #create(String, Consumer)
     */
    public CreatedNamespace create(String name) {
        return create(name, options -> {});
    }

    /**
     * Creates a namespace, or finds that the account has it. Safe to repeat. Needs {@code container-registry.namespace.create}:
     * Manager on the whole registry (a policy on a namespace or a resource group isn't enough), and Viewer on the resource
     * group.
     *
     * @param name    its name
     * @param options the optional part
     * @return the namespace, and whether it existed
     * @throws io.lanyard.core.ConflictException when another account has that name in this region
     */
    public CreatedNamespace create(String name, Consumer<NewNamespace> options) {
        var wanted = new NewNamespace();
        options.accept(wanted);
        return registry.put("createNamespace", "/api/v1/namespaces/{name}", name)
                .header("X-Auth-Resource-Group", wanted.resourceGroup())
                .send(CreatedNamespace::read);
    }

    /**
     * Assigns a namespace to a resource group, which can be done once. Needs {@code container-registry.namespace.create}:
     * Manager on the whole registry, and Viewer on the resource group.
     *
     * @param name            its name
     * @param resourceGroupId the id of the resource group, not its name
     */
    public void assign(String name, String resourceGroupId) {
        registry.patch("assignNamespace", "/api/v1/namespaces/{name}", name)
                .header("X-Auth-Resource-Group", resourceGroupId)
                .done();
    }

    /**
     * Deletes a namespace with all images in it; nothing brings them back. Needs {@code container-registry.namespace.delete}:
     * Manager on the whole registry.
     *
     * @param name its name
     */
    public void delete(String name) {
        registry.delete("deleteNamespace", "/api/v1/namespaces/{name}", name).done();
    }
}
