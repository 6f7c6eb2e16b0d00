package io.lanyard.resources;

import io.lanyard.core.AccountId;
import io.lanyard.core.call.Service;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Resources: parts of an account in which instances are kept together ({@code /v2/resource_groups}). */
public final class ResourceGroups {

    private final Service manager;

    ResourceGroups(Service manager) {
        this.manager = manager;
    }

    /**
     * Creates a resource group. Never sent twice by itself. Needs {@code resource-controller.group.create} on all account
     * management services or on resource groups as a whole: Editor.
     *
     * @param account the account it shall belong to; a lite account has only its default group
     * @param name    its name, unique within the account
     * @return the id of the group
     */
    public CreatedResourceGroup create(AccountId account, String name) {
        return manager.post("createResourceGroup", "/v2/resource_groups")
                .json(new NewGroup(name, account))
                .as(CreatedResourceGroup.class);
    }

    /**
     * Lists the resource groups of an account that the caller may see.
     *
     * @param account the account
     * @return the groups; the service tells them in one piece
     */
    public List<ResourceGroup> list(AccountId account) {
        return list(account, everything -> {});
    }

    /**
     * Lists resource groups of an account that the caller may see.
     *
     * @param account the account
     * @param filter  which
     * @return the groups; the service tells them in one piece
     */
    public List<ResourceGroup> list(AccountId account, Consumer<ResourceGroupQuery> filter) {
        var query = new ResourceGroupQuery(account);
        filter.accept(query);
        return query.onto(manager.get("listResourceGroups", "/v2/resource_groups"))
                .items("resources", ResourceGroup.class);
    }

    /**
     * Finds the group that instances go to when nothing else is said; every account has one.
     *
     * @param account the account
     * @return its default group
     * @throws NoSuchElementException when the caller may not see it
     */
    public ResourceGroup defaultOf(AccountId account) {
        return list(account, ResourceGroupQuery::onlyDefault).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "account " + account + " shows no default resource group: ask for Viewer on the group"));
    }

    /**
     * Gets a resource group. Needs {@code resource-controller.group.retrieve}: Viewer on the group itself.
     *
     * @param id its id
     * @return the group
     */
    public ResourceGroup get(ResourceGroupId id) {
        return manager.get("getResourceGroup", "/v2/resource_groups/{id}", id).as(ResourceGroup.class);
    }

    /**
     * Renames a resource group. Policies name it by its id, and still do. Needs {@code resource-controller.group.update}: Operator or Editor
     * on the group itself.
     *
     * @param id   its id
     * @param name its new name
     * @return the group
     */
    public ResourceGroup rename(ResourceGroupId id, String name) {
        return manager.patch("updateResourceGroup", "/v2/resource_groups/{id}", id)
                .idempotent()
                .json(Map.of("name", name))
                .as(ResourceGroup.class);
    }

    /**
     * Puts a resource group into a state. Needs {@code resource-controller.group.update}: Operator or Editor on the group itself.
     *
     * @param id    its id
     * @param state the state
     * @return the group
     */
    public ResourceGroup updateState(ResourceGroupId id, ResourceGroupState state) {
        return manager.patch("updateResourceGroup", "/v2/resource_groups/{id}", id)
                .idempotent()
                .json(Map.of("state", state.value()))
                .as(ResourceGroup.class);
    }

    /**
     * Deletes a resource group that is empty and not the default one. Needs {@code resource-controller.group.delete}: Administrator
     * on the group itself.
     *
     * @param id its id
     */
    public void delete(ResourceGroupId id) {
        manager.delete("deleteResourceGroup", "/v2/resource_groups/{id}", id).done();
    }

    /** The body of a creation. */
    record NewGroup(String name, AccountId accountId) {}
}
