package io.lanyard.registry;

import org.jspecify.annotations.Nullable;

/** Registry: the optional part of a new namespace. */
public final class NewNamespace {

    private @Nullable String resourceGroup;

    NewNamespace() {}

    /**
     * Puts it into a resource group; the account's default group otherwise. It can't be moved later.
     *
     * @param id the resource group's id, not its name
     * @return this
     */
    public NewNamespace resourceGroup(String id) {
        resourceGroup = id;
        return this;
    }

    @Nullable String resourceGroup() {
        return resourceGroup;
    }
}
