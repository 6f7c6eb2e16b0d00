// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import io.lanyard.sandbox.services.registry.RegionSettings;
import io.lanyard.sandbox.services.registry.RegistryAccount;
import io.lanyard.sandbox.services.registry.catalog.RegionCatalog;
import io.lanyard.sandbox.services.registry.catalog.Repository;
import io.lanyard.sandbox.services.registry.oci.OciCode;
import io.lanyard.sandbox.services.registry.oci.OciException;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import io.lanyard.sandbox.services.registry.token.RegistryToken;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;

/**
 * Where a call goes: a repository's name in a region, in a namespace that exists.
 *
 * @param name the repository's name
 * @param catalog the region's registry
 * @param owner the account that owns the namespace
 * @param region the region
 * @param token what the caller may do
 */
record Place(RepositoryName name, RegionCatalog catalog, Account owner, String region, RegistryToken token) {
    Optional<Repository> repository() {
        return catalog.repository(name);
    }

    Repository existing() {
        return repository().orElseThrow(() -> OciException.of(OciCode.NAME_UNKNOWN, name.value()));
    }

    /** Tells whether the token lets its bearer pull from another repository, by the account that owns that one now. */
    boolean readable(RepositoryName other) {
        return catalog.namespaces()
                .find(other.namespace())
                .filter(namespace -> token.grants(other.value(), "pull", namespace.accountId()))
                .isPresent();
    }

    RegionSettings settings() {
        return registry().in(region);
    }

    RegistryAccount registry() {
        return RegistryAccount.of(owner);
    }

    String path(String rest) {
        return "/v2/" + name + rest;
    }
}
