// Docs: the built site's search finds what a reader looks for. Skipped, saying so, where node isn't installed.
package io.lanyard.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIT {

    @ParameterizedTest
    @CsvSource({
        "denial, concepts/how-a-request-is-judged.html#a-denial-says-why",
        "junit, how-to/test-in-junit.html",
        "Retry-After, reference/sdk.html#time",
        "unmatched, reference/sandbox.html#what-it-doesnt-know",
        "RateLimitedException, reference/errors.html",
        "journ, concepts/how-a-request-is-judged.html",
    })
    void offersThePlace(String word, String place) throws Exception {
        assertThat(search(word)).startsWith(word + " ").contains(" " + place);
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "a"})
    void offersNothingForNothing(String word) throws Exception {
        assertThat(search(word)).isEqualTo(word);
    }

    private static String search(String word) throws IOException, InterruptedException {
        Process node;
        try {
            node = new ProcessBuilder("node", "src/test/node/search.js", "target/site", word)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException notFound) {
            assumeTrue(false, "skipped: node is not installed");
            throw notFound;
        }
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(output).isZero();
        return output.strip();
    }
}
