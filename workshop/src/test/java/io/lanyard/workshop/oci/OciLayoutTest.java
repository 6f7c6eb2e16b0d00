package io.lanyard.workshop.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OciLayoutTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theImageHoldsOneFileThatGreets() throws IOException {
        var image = HelloWorld.version("3.6");

        var layer = image.layers().get(0).content();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
            assertThat(tar.getNextEntry().getName()).isEqualTo("hello.txt");
            assertThat(new String(tar.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Hello from your private registry, version 3.6\n");
            assertThat(tar.getNextEntry()).isNull();
        }
    }

    @Test
    void theSameVersionHasTheSameDigestAndAnotherHasAnother() {
        assertThat(HelloWorld.version("3.6")).isEqualTo(HelloWorld.version("3.6"));
        assertThat(HelloWorld.version("3.6").manifest().digest().text())
                .isEqualTo(HelloWorld.version("3.6").manifest().digest().text())
                .isNotEqualTo(HelloWorld.version("3.7").manifest().digest().text());
    }

    @Test
    void theConfigNamesTheUncompressedLayer() throws IOException {
        var image = HelloWorld.version("3.6");
        var config = JsonParser.parseString(new String(image.config().content(), StandardCharsets.UTF_8))
                .getAsJsonObject();
        var uncompressed = new GZIPInputStream(
                        new ByteArrayInputStream(image.layers().get(0).content()))
                .readAllBytes();

        assertThat(config.getAsJsonObject("rootfs")
                        .getAsJsonArray("diff_ids")
                        .get(0)
                        .getAsString())
                .isEqualTo(Digest.of(uncompressed).text());
    }

    @Test
    void writesALayoutAndReadsItBack() throws IOException {
        var layout = new OciLayout(folder.resolve("image"));

        layout.write(HelloWorld.version("3.6"), "3.6");

        assertThat(layout.read("3.6")).isEqualTo(HelloWorld.version("3.6"));
        assertThat(folder.resolve("image/oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
    }

    @Test
    void refusesABlobThatIsNotWhatItsNameSays() throws IOException {
        var layout = new OciLayout(folder);
        var image = HelloWorld.version("3.6");
        layout.write(image, "3.6");
        Files.writeString(
                folder.resolve("blobs/sha256").resolve(image.config().digest().hex()), "{}");

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(() -> layout.read("3.6"))
                .withMessageContaining("build the image again");
    }

    @Test
    void saysWhichTagIsNotThere() throws IOException {
        var layout = new OciLayout(folder);
        layout.write(HelloWorld.version("3.6"), "3.6");

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(() -> layout.read("4"))
                .withMessageContaining("no image tagged 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello-world", "../x:1", "a//b:1", "A/b:1", "a/b:", "a/b:-1", "a/../b:1"})
    void refusesWhatIsNoImageName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageName.of(text));
    }
}
