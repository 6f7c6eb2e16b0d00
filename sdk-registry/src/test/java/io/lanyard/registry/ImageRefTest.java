// Registry, tests: a name of an image can't be malformed.
package io.lanyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRefTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void hasItsParts() {
        var image = ImageRef.parse("us.icr.io/my_namespace/tools/hello-world:3.6@" + DIGEST);

        assertThat(image.host()).isEqualTo("us.icr.io");
        assertThat(image.namespace()).isEqualTo("my_namespace");
        assertThat(image.repository()).isEqualTo("tools/hello-world");
        assertThat(image.path()).isEqualTo("my_namespace/tools/hello-world");
        assertThat(image.tag()).contains("3.6");
        assertThat(image.digest()).contains(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us.icr.io/ns/repo",
                "us.icr.io/ns/repo:3.6",
                "127.0.0.1:5001/my_namespace/hello-world:3.6",
                "localhost:5001/a/b/c__d.e-f--g:_1",
                "us.icr.io/ns/repo@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "us.icr.io/ns/repo@sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void readsBackWhatItWrites(String text) {
        assertThat(ImageRef.parse(text)).hasToString(text);
        assertThat(ImageRef.parse(ImageRef.parse(text).toString())).isEqualTo(ImageRef.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "repo",
                "ns/repo:3.6",
                "us.icr.io//repo",
                "us.icr.io/ns/",
                "us.icr.io/ns/repo/",
                "us.icr.io/ns/../other",
                "us.icr.io/../ns/repo",
                "us.icr.io/NS/repo",
                "us.icr.io/ns/Repo",
                "us.icr.io/-ns/repo",
                "us.icr.io/ns-/repo",
                "us.icr.io/ns/re po",
                "us.icr.io/ns/repo:",
                "us.icr.io/ns/repo:-x",
                "us.icr.io/ns/repo:a/b",
                "us.icr.io/ns/repo@",
                "us.icr.io/ns/repo@sha256:0123",
                "us.icr.io/ns/repo@sha256:XYZ3456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "us.icr.io/ns/repo@a@b",
                "us.icr.io:x/ns/repo",
                "https://us.icr.io/ns/repo",
                "us.icr.io/ns/repo?x=y",
                "us.icr.io/ns/repo#x",
                "us.icr.io/ns/re\npo",
                "us.icr.io/ns/%2e%2e"
            })
    void refusesWhatIsMalformed(String text) {
        assertThatThrownBy(() -> ImageRef.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a well-formed image ");
    }

    @Test
    void refusesAPathThatIsTooLong() {
        assertThatThrownBy(() -> ImageRef.of("us.icr.io", "ns", "a".repeat(300)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("a".repeat(100));
        assertThatThrownBy(() -> ImageRef.of("us.icr.io", "ns", "repo").withTag("x".repeat(129)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesByParts() {
        var repository = ImageRef.of("us.icr.io", "ns", "repo");

        assertThat(repository.withTag("1").withTag("2")).hasToString("us.icr.io/ns/repo:2");
        assertThat(repository.withDigest(DIGEST)).hasToString("us.icr.io/ns/repo@" + DIGEST);
    }
}
