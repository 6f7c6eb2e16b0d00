package io.lanyard.workshop.oci;

import com.google.gson.annotations.SerializedName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Registry client: builds the image that the labs push: one layer with one file. The same version always has the same digest. */
public final class HelloWorld {
    private static final String CREATED = "2019-01-29T10:57:00Z";
    private static final int READABLE = 0100644;

    private HelloWorld() {}

    /**
     * Builds the image.
     *
     * @param version goes into its greeting, so that two versions differ
     * @return the image
     */
    public static OciImage version(String version) {
        byte[] tar = tar("hello.txt", "Hello from your private registry, version " + version + "\n");
        var layer = new Blob(OciImage.LAYER, gzip(tar));
        var config = new Config(
                CREATED,
                "amd64",
                "linux",
                new Run(List.of("cat", "/hello.txt")),
                new Files("layers", List.of(Digest.of(tar).text())));
        var json = OciImage.GSON.toJson(config);
        return OciImage.of(new Blob(OciImage.CONFIG, json.getBytes(StandardCharsets.UTF_8)), List.of(layer));
    }

    private static byte[] tar(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            entry.setModTime(0L);
            entry.setIds(0, 0);
            entry.setNames("root", "root");
            entry.setMode(READABLE);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Config(
            String created,
            String architecture,
            String os,
            Run config,
            @SerializedName("rootfs") Files files) {}

    private record Run(@SerializedName("Cmd") List<String> command) {}

    private record Files(
            String type, @SerializedName("diff_ids") List<String> diffIds) {}
}
