// Docs: the reference pages name what there is.
package io.lanyard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    @ParameterizedTest
    @MethodSource("sdkModules")
    void everyExceptionHasItsRow(String module) throws IOException {
        String page = Files.readString(Path.of("pages/reference/errors.adoc"));

        assertThat(exceptions(Path.of("..", module, "src/main/java")))
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void everyVariableOfTheSandboxIsNamed() throws IOException {
        String page = Files.readString(Path.of("pages/reference/sandbox.adoc"));
        List<String> variables;
        try (Sandbox sandbox = Sandbox.start()) {
            variables = sandbox.account().environment().keySet().stream()
                    .map(name -> name.startsWith("IBMCLOUD_")
                            ? name
                            : name.replaceAll("_(AUTH_TYPE|AUTH_URL|URL|APIKEY)$", ""))
                    .distinct()
                    .toList();
        }

        assertThat(variables).isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    static List<String> sdkModules() throws IOException {
        return Pattern.compile("<module>(sdk-[^<]+)</module>")
                .matcher(Files.readString(Path.of("../pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    private static List<String> exceptions(Path sources) throws IOException {
        try (Stream<Path> walk = Files.walk(sources)) {
            return walk.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Exception.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
    }
}
