// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A manifest that was understood: what it is, and all that it refers to. */
public sealed interface Manifest {
    /** Returns its media type. */
    String mediaType();

    /** Returns what it is about, where it is a signature, a bill of materials or the like. */
    Optional<Descriptor> about();

    /** Returns its annotations. */
    Map<String, String> annotations();

    /** Returns what sort of artifact it is; empty when it doesn't say. */
    String artifactType();

    /** Streams the blobs that must be in the repository. */
    default Stream<Descriptor> blobs() {
        return Stream.empty();
    }

    /** Streams the manifests that must be in the repository. */
    default Stream<Descriptor> children() {
        return Stream.empty();
    }

    /**
     * An image for one platform, or an artifact.
     *
     * @param mediaType OCI's or Docker's
     * @param config the configuration blob
     * @param layers the layers, base first
     * @param subject what it is about
     * @param annotations its annotations
     * @param artifactType its own word for what it is, else the configuration's type
     */
    record Image(
            String mediaType,
            Descriptor config,
            List<Descriptor> layers,
            Optional<Descriptor> subject,
            Map<String, String> annotations,
            String artifactType)
            implements Manifest {
        /** Keeps the collections from later changes. */
        public Image {
            layers = List.copyOf(layers);
            annotations = Map.copyOf(annotations);
        }

        @Override
        public Optional<Descriptor> about() {
            return subject;
        }

        @Override
        public Stream<Descriptor> blobs() {
            return Stream.concat(
                    Stream.of(config), layers.stream().filter(layer -> !MediaTypes.isForeign(layer.mediaType())));
        }
    }

    /**
     * Images for several platforms under one name.
     *
     * @param mediaType OCI's or Docker's
     * @param manifests the images, or further indexes
     * @param subject what it is about
     * @param annotations its annotations
     * @param artifactType its own word for what it is
     */
    record Index(
            String mediaType,
            List<Descriptor> manifests,
            Optional<Descriptor> subject,
            Map<String, String> annotations,
            String artifactType)
            implements Manifest {
        /** Keeps the collections from later changes. */
        public Index {
            manifests = List.copyOf(manifests);
            annotations = Map.copyOf(annotations);
        }

        @Override
        public Optional<Descriptor> about() {
            return subject;
        }

        @Override
        public Stream<Descriptor> children() {
            return manifests.stream();
        }
    }
}
