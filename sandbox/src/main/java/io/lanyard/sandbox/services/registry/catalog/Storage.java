// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import io.lanyard.sandbox.services.registry.blobs.Digest;
import java.util.HashMap;
import java.util.Map;

/** How much an account's images take in one region. Content that several images share counts once; the trash counts nothing. */
public final class Storage {
    private final Map<Digest, Long> sizes = new HashMap<>();

    private Storage() {}

    /** Counts what an account has. */
    public static Storage of(RegionCatalog catalog, String accountId) {
        var storage = new Storage();
        catalog.repositoriesOf(accountId)
                .flatMap(repository -> repository.images().values().stream())
                .forEach(storage::with);
        return storage;
    }

    static Storage of(RegionCatalog catalog, Namespaces namespaces, String namespace) {
        return namespaces
                .find(namespace)
                .map(found -> of(catalog, found.accountId()))
                .orElseGet(Storage::new);
    }

    Storage with(Image image) {
        image.content().forEach(part -> sizes.put(part.digest(), part.size()));
        return this;
    }

    /** Returns the sum in bytes. */
    public long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    void within(long limit) {
        var bytes = bytes();
        if (bytes > limit) {
            throw new QuotaExceededException(bytes, limit);
        }
    }
}
