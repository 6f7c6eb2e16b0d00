// Checks: a project of somebody else's, built with Maven against the published modules, makes a call.
package io.lanyard.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Installs the modules into a repository of its own and takes everything else from the repository that this build
 * filled, so it needs no network. Proves that the HTTP library resolves for Maven users, whose build can't read the
 * metadata that names its real jar, and counts what an importer of identity and policy carries.
 */
class ConsumerIT {

    private static final String VERSION = System.getProperty("lanyard.version", "");
    private static final Path WORK = Path.of("target", "consumer").toAbsolutePath();
    private static final Path REPOSITORY = WORK.resolve("repository");
    private static final List<String> MODULES = List.of("sdk-core", "sdk-identity", "sdk-policy");

    private static Command.Result build = new Command.Result(-1, "");

    @BeforeAll
    static void buildTheConsumer() throws Exception {
        publish("lanyard-parent", House.ROOT, null);
        publish("lanyard-bom", House.ROOT.resolve("bom"), null);
        for (String module : MODULES) {
            String artifact = module.replace("sdk-", "lanyard-");
            publish(artifact, House.ROOT.resolve(module), artifact + "-" + VERSION + ".jar");
        }
        Path settings = Files.writeString(
                WORK.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>this-build</id><mirrorOf>*</mirrorOf><url>"
                        + Path.of(System.getProperty("lanyard.maven.repository", ""))
                                .toUri()
                        + "</url></mirror></mirrors></settings>");
        build = Command.run(
                Path.of("src", "test", "consumer").toAbsolutePath(),
                Map.of(),
                List.of(
                        System.getProperty("lanyard.maven", "mvn"),
                        "-B",
                        "-q",
                        "-s",
                        settings.toString(),
                        "-Dmaven.repo.local=" + REPOSITORY,
                        "-Dlanyard.version=" + VERSION,
                        "-Dconsumer.target=" + WORK.resolve("target"),
                        "compile",
                        "dependency:build-classpath",
                        "-Dmdep.includeScope=runtime",
                        "-Dmdep.outputFile=" + WORK.resolve("classpath.txt")));
        assertThat(build.status()).as(build.output()).isZero();
    }

    @Test
    void aCallReachesTheSandbox() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Command.Result run = Command.run(
                    WORK,
                    sandbox.account().environment(),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            WORK.resolve("target/classes")
                                    + File.pathSeparator
                                    + String.join(File.pathSeparator, jars()),
                            "consumer.Consumer"));

            assertThat(run.output()).contains("made a service ID: made-by-a-consumer");
            assertThat(run.status()).isZero();
        }
    }

    @Test
    void anImporterCarriesLittle() throws IOException {
        List<Path> thirdParty = jars().stream()
                .map(Path::of)
                .filter(jar -> !jar.getFileName().toString().startsWith("lanyard-"))
                .toList();
        long bytes = 0;
        for (Path jar : thirdParty) {
            bytes += Files.size(jar);
        }

        assertThat(thirdParty)
                .as("third-party jars at run time")
                .hasSizeLessThanOrEqualTo(6)
                .anyMatch(jar -> jar.getFileName().toString().startsWith("okhttp-jvm-"));
        assertThat(bytes).as("their bytes").isLessThanOrEqualTo(4_100_000);
    }

    private static List<String> jars() throws IOException {
        return List.of(Files.readString(WORK.resolve("classpath.txt")).strip().split(File.pathSeparator));
    }

    private static void publish(String artifact, Path module, @Nullable String jar) throws IOException {
        Path folder = REPOSITORY.resolve(Path.of("io", "lanyard", artifact, VERSION));
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
        Files.copy(module.resolve(".flattened-pom.xml"), folder.resolve(artifact + "-" + VERSION + ".pom"));
        if (jar != null) {
            Files.copy(module.resolve("target").resolve(jar), folder.resolve(jar), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
