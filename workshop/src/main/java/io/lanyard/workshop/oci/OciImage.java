package io.lanyard.workshop.oci;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Registry client: an image: a manifest, and the blobs that it names.
 *
 * @param manifest what names the others
 * @param config how to run it
 * @param layers its files, bottom first
 */
public record OciImage(Blob manifest, Blob config, List<Blob> layers) {
    /** The media type of an OCI manifest. */
    public static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
    static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Copies the list. */
    public OciImage {
        layers = List.copyOf(layers);
    }

    static OciImage of(Blob config, List<Blob> layers) {
        var manifest = new Manifest(
                2,
                MANIFEST,
                Descriptor.of(config),
                layers.stream().map(Descriptor::of).toList());
        return new OciImage(new Blob(MANIFEST, GSON.toJson(manifest).getBytes(StandardCharsets.UTF_8)), config, layers);
    }

    /**
     * Measures all blobs.
     *
     * @return bytes, without the manifest
     */
    public int size() {
        return config.size() + layers.stream().mapToInt(Blob::size).sum();
    }

    static Manifest manifest(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        Manifest manifest;
        try {
            manifest = GSON.fromJson(text, Manifest.class);
        } catch (JsonParseException e) {
            throw new OciException("the manifest is not JSON", e);
        }
        if (manifest == null || manifest.config() == null || manifest.layers() == null) {
            throw new OciException("this is not the manifest of one image; a list of images can't be pulled here");
        }
        return manifest;
    }

    record Manifest(int schemaVersion, String mediaType, Descriptor config, List<Descriptor> layers) {}

    record Descriptor(String mediaType, String digest, long size) {
        static Descriptor of(Blob blob) {
            return new Descriptor(blob.mediaType(), blob.digest().text(), blob.size());
        }
    }
}
