// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.blobs.SharedContent;
import io.lanyard.sandbox.services.registry.oci.Descriptor;
import io.lanyard.sandbox.services.registry.oci.Manifest;
import io.lanyard.sandbox.services.registry.oci.OciCode;
import io.lanyard.sandbox.services.registry.oci.OciException;
import java.time.Instant;
import java.util.Map;

/** Checks a manifest against the repository it is pushed to: all it refers to must be there, and be as long as it says. */
final class Arrival {
    private final Repository repository;
    private final SharedContent content;

    Arrival(Repository repository, SharedContent content) {
        this.repository = repository;
        this.content = content;
    }

    Image check(Manifest manifest, Digest digest, long length, Instant now) {
        manifest.blobs().forEach(this::checkBlob);
        manifest.children().forEach(this::checkChild);
        var own = manifest.blobs().mapToLong(Descriptor::size).sum();
        var children = manifest.children()
                .map(child -> repository.images().get(child.digest()))
                .mapToLong(child -> child == null ? 0 : child.size())
                .sum();
        var facts = manifest instanceof Manifest.Image image
                ? content.find(image.config().digest()).map(ImageFacts::of)
                : java.util.Optional.<ImageFacts>empty();
        return new Image(
                digest,
                manifest,
                length,
                own + children,
                facts.flatMap(ImageFacts::created),
                facts.map(ImageFacts::labels).orElse(Map.of()),
                now);
    }

    private void checkBlob(Descriptor blob) {
        var there = repository.blobs().get(blob.digest());
        if (there == null || content.find(blob.digest()).isEmpty()) {
            throw OciException.of(OciCode.MANIFEST_BLOB_UNKNOWN, blob.digest().toString());
        }
        if (there != blob.size()) {
            throw OciException.of(
                    OciCode.SIZE_INVALID,
                    "the manifest says that " + blob.digest() + " has " + blob.size() + " bytes; it has " + there);
        }
    }

    private void checkChild(Descriptor child) {
        var there = repository.images().get(child.digest());
        if (there == null) {
            throw OciException.of(OciCode.MANIFEST_BLOB_UNKNOWN, child.digest().toString());
        }
        if (there.manifestSize() != child.size()) {
            throw OciException.of(
                    OciCode.SIZE_INVALID,
                    "the index says that " + child.digest() + " has " + child.size() + " bytes; it has "
                            + there.manifestSize());
        }
    }
}
