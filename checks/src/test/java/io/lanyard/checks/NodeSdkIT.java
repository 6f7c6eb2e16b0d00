// Checks: IBM's own Node SDK, unchanged, against the sandbox. Skipped, saying so, where it isn't installed.
package io.lanyard.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanyard.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeSdkIT {

    private static final Path FOLDER = Path.of("src", "test", "node");

    @BeforeAll
    static void isInstalled() throws Exception {
        assumeTrue(Command.isInstalled("node"), "skipped: node is not installed");
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules/@ibm-cloud/platform-services")),
                "skipped: the Node SDK is not installed; run npm ci in checks/src/test/node");
    }

    @Test
    void tellsItsStoryToTheSandbox() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Command.Result story = Command.run(FOLDER, sandbox.account().environment(), List.of("node", "story.js"));

            assertThat(story.output()).endsWith("the story is told" + System.lineSeparator());
            assertThat(story.status()).isZero();
        }
    }
}
