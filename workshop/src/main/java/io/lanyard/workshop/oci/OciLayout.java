package io.lanyard.workshop.oci;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Registry client: an image as a folder, in the form of the OCI image layout specification. Other tools read it too, for example
 * {@code skopeo copy oci:FOLDER:TAG docker://…}.
 */
public final class OciLayout {
    private static final String REF_NAME = "org.opencontainers.image.ref.name";

    private final Path folder;

    /**
     * Names a folder.
     *
     * @param folder where the layout is, or will be
     */
    public OciLayout(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes an image; whatever the layout held before is no longer in its index.
     *
     * @param image what to write
     * @param tag how the index names it
     * @throws IOException when the folder can't be written
     */
    public void write(OciImage image, String tag) throws IOException {
        Files.createDirectories(folder.resolve("blobs/sha256"));
        var blobs = new ArrayList<Blob>(image.layers());
        blobs.add(image.config());
        blobs.add(image.manifest());
        for (Blob blob : blobs) {
            Files.write(file(blob.digest()), blob.content());
        }
        var manifest = Map.of(
                "mediaType", image.manifest().mediaType(),
                "digest", image.manifest().digest().text(),
                "size", image.manifest().size(),
                "annotations", Map.of(REF_NAME, tag));
        var index = Map.of("schemaVersion", 2, "manifests", List.of(manifest));
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(folder.resolve("index.json"), OciImage.GSON.toJson(index));
    }

    /**
     * Reads an image, and checks each blob against its digest.
     *
     * @param tag how the index names it
     * @return the image
     * @throws IOException when a file can't be read
     * @throws OciException when the layout has no such image, or a blob isn't what its name says
     */
    public OciImage read(String tag) throws IOException {
        var entry = index().manifests().stream()
                .filter(manifest -> tag.equals(manifest.annotations().get(REF_NAME)))
                .findFirst()
                .orElseThrow(() -> new OciException("the layout in " + folder + " has no image tagged " + tag));
        var manifestBlob = blob(entry.mediaType(), entry.digest());
        var manifest = OciImage.manifest(manifestBlob.content());
        var layers = new ArrayList<Blob>();
        for (OciImage.Descriptor layer : manifest.layers()) {
            layers.add(blob(layer.mediaType(), layer.digest()));
        }
        return new OciImage(
                manifestBlob,
                blob(manifest.config().mediaType(), manifest.config().digest()),
                layers);
    }

    private Index index() throws IOException {
        try {
            return OciImage.GSON.fromJson(Files.readString(folder.resolve("index.json")), Index.class);
        } catch (JsonParseException e) {
            throw new OciException("the index of the layout in " + folder + " is not JSON", e);
        }
    }

    private Blob blob(String mediaType, String digest) throws IOException {
        var named = new Digest(digest);
        var blob = new Blob(mediaType, Files.readAllBytes(file(named)));
        if (!blob.digest().equals(named)) {
            throw new OciException("a blob of the layout in " + folder + " is called " + named + " but holds "
                    + blob.digest() + ": build the image again");
        }
        return blob;
    }

    private Path file(Digest digest) {
        return folder.resolve("blobs/sha256").resolve(digest.hex());
    }

    private record Index(List<Entry> manifests) {}

    private record Entry(String mediaType, String digest, Map<String, String> annotations) {}
}
