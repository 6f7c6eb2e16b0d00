// Room: sandbox / registry tests. An image made on the spot: nothing is downloaded.
package io.lanyard.sandbox.services.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * One image: a configuration, a layer with one file, a manifest.
 *
 * @param config the configuration blob
 * @param layer the layer blob, a tar in gzip
 * @param manifest the manifest
 */
@SuppressWarnings("ArrayRecordComponent") // test data, compared by nobody
public record TestImage(byte[] config, byte[] layer, byte[] manifest) {
    private static final int BLOCK = 512;

    /** Makes an image whose only file says {@code text}, built at a moment. */
    public static TestImage saying(String text, String created, String architecture) {
        var tar = tar("hello.txt", text.getBytes(UTF_8));
        var layer = gzip(tar);
        var config = ("{\"created\":\"" + created + "\",\"author\":\"Lanyard\",\"architecture\":\"" + architecture
                        + "\",\"os\":\"linux\",\"config\":{\"Cmd\":[\"/hello\"],\"Labels\":{\"says\":\"" + text
                        + "\"}},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" + Digest.of(tar) + "\"]}}")
                .getBytes(UTF_8);
        var manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\",\"config\":"
                + descriptor("application/vnd.oci.image.config.v1+json", config) + ",\"layers\":["
                + descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer) + "]}";
        return new TestImage(config, layer, manifest.getBytes(UTF_8));
    }

    /** Makes an image whose only file says {@code text}. */
    public static TestImage saying(String text) {
        return saying(text, "2026-01-01T00:00:00Z", "amd64");
    }

    /** Writes a descriptor of some content. */
    public static String descriptor(String mediaType, byte[] content) {
        return "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"" + Digest.of(content) + "\",\"size\":"
                + content.length + "}";
    }

    /** Makes an index of images for several platforms. */
    public static byte[] index(TestImage... images) {
        var all = new StringBuilder();
        for (var image : images) {
            var architecture = new String(image.config, UTF_8).contains("arm64") ? "arm64" : "amd64";
            var descriptor = descriptor(MediaTypes.OCI_MANIFEST, image.manifest);
            all.append(all.isEmpty() ? "" : ",")
                    .append(descriptor, 0, descriptor.length() - 1)
                    .append(",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}}");
        }
        return ("{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_INDEX + "\",\"manifests\":[" + all + "]}")
                .getBytes(UTF_8);
    }

    /** Returns the manifest's digest. */
    public Digest digest() {
        return Digest.of(manifest);
    }

    /** Writes an OCI layout in which a tag names this image. */
    public void layout(Path folder, String tag) throws IOException {
        layout(folder, tag, MediaTypes.OCI_MANIFEST, manifest, this);
    }

    /** Writes an OCI layout in which a tag names an index of images. */
    public static void layout(Path folder, String tag, String type, byte[] top, TestImage... images)
            throws IOException {
        var blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        for (var image : images) {
            for (var content : Arrays.asList(image.config, image.layer, image.manifest)) {
                Files.write(blobs.resolve(Digest.of(content).hex()), content);
            }
        }
        Files.write(blobs.resolve(Digest.of(top).hex()), top);
        var descriptor = descriptor(type, top);
        Files.writeString(
                folder.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[" + descriptor.substring(0, descriptor.length() - 1)
                        + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + tag + "\"}}]}");
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** One file in the ustar form: a header block, the content, padding, two empty blocks. */
    private static byte[] tar(String name, byte[] content) {
        var blocks = (content.length + BLOCK - 1) / BLOCK;
        var tar = new byte[(blocks + 3) * BLOCK];
        put(tar, 0, name);
        put(tar, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(tar, 124, String.format("%011o\0", content.length));
        put(tar, 136, "00000000000\0");
        put(tar, 148, "        0");
        put(tar, 257, "ustar\0" + "00");
        var sum = 0;
        for (var i = 0; i < BLOCK; i++) {
            sum += tar[i];
        }
        put(tar, 148, String.format("%06o\0 ", sum));
        System.arraycopy(content, 0, tar, BLOCK, content.length);
        return tar;
    }

    private static void put(byte[] tar, int place, String text) {
        var bytes = text.getBytes(UTF_8);
        System.arraycopy(bytes, 0, tar, place, bytes.length);
    }
}
