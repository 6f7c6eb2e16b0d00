// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

import java.util.Locale;
import java.util.Set;

/** The media types of manifests, of the OCI image specification and of Docker's schema 2. */
public final class MediaTypes {
    /** An image for one platform, or an artifact. */
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    /** Images for several platforms under one name. */
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    /** Docker's word for an image. */
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    /** Docker's word for an index. */
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    private static final Set<String> IMAGES = Set.of(OCI_MANIFEST, DOCKER_MANIFEST);
    private static final Set<String> INDEXES = Set.of(OCI_INDEX, DOCKER_LIST);

    private MediaTypes() {}

    /** Tells whether it is the type of an image's manifest. */
    public static boolean isImage(String mediaType) {
        return IMAGES.contains(mediaType);
    }

    /** Tells whether it is the type of an index. */
    public static boolean isIndex(String mediaType) {
        return INDEXES.contains(mediaType);
    }

    /** Tells whether blobs of this type may live elsewhere, so that no registry needs to hold them. */
    public static boolean isForeign(String mediaType) {
        return mediaType.contains("nondistributable") || mediaType.contains(".foreign.");
    }

    /** Strips parameters from a {@code Content-Type}. */
    public static String bare(String contentType) {
        var semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
