// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.Descriptor;
import io.lanyard.sandbox.services.registry.oci.Manifest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A manifest that was pushed, with what its configuration says.
 *
 * @param digest the manifest's name
 * @param manifest what it refers to
 * @param manifestSize the manifest's length in bytes
 * @param size the length of all that a pull would fetch, in bytes
 * @param created when it was built, where the configuration says so
 * @param labels the configuration's labels
 * @param pushed when it arrived
 */
public record Image(
        Digest digest,
        Manifest manifest,
        long manifestSize,
        long size,
        Optional<Instant> created,
        Map<String, String> labels,
        Instant pushed) {
    /** Keeps the labels from later changes. */
    public Image {
        labels = Map.copyOf(labels);
    }

    /** Streams all content it needs in its repository: configuration, layers and the manifest itself. */
    public Stream<Descriptor> content() {
        return Stream.concat(manifest.blobs(), Stream.of(new Descriptor(manifest.mediaType(), digest, manifestSize)));
    }

    /** Tells whether it names other manifests. */
    public boolean isIndex() {
        return manifest instanceof Manifest.Index;
    }
}
