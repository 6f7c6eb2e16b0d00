package io.lanyard.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the launcher in a copy of the house, with a java and a mvn that only write down how they were called. */
final class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash", "cat", "date", "dirname", "env", "find", "grep", "head", "mkdir", "mv", "rm", "sed", "sleep",
            "tail", "touch");

    @TempDir
    Path folder = Path.of("");

    private Path house = Path.of("");
    private Path bin = Path.of("");

    @BeforeEach
    void aHouseWithTools() throws IOException {
        house = Files.createDirectories(folder.resolve("house"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(launcher(), house.resolve("lanyard"));
        executable(house.resolve("lanyard"));
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        for (String module : watched()) {
            Files.createDirectories(house.resolve(module).resolve("src/main/java"));
            Files.writeString(house.resolve(module).resolve("pom.xml"), "<project/>");
            Files.writeString(house.resolve(module).resolve("src/main/java/A.java"), "class A {}");
        }
        for (String tool : TOOLS) {
            script(tool, "exec " + found(tool) + " \"$@\"");
        }
        script("java", """
                if [[ $1 == -version ]]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; fi
                echo "java ${@: -2}"; exit "${JAVA_SAYS:-0}"
                """);
        script("javac", "");
        script("mvn", """
                echo "$@" >> mvn.calls
                echo '[INFO] Building Lanyard workshop 0.1.0-SNAPSHOT          [7/7]'
                mkdir -p workshop/target/lib
                touch workshop/target/lanyard-workshop-0.1.0-SNAPSHOT.jar workshop/target/lib/a.jar
                """);
    }

    @Test
    void buildsOnTheFirstCallAndNotOnTheNext() throws IOException {
        var first = lanyard("run", "registry");

        assertThat(first.status()).isZero();
        assertThat(first.out()).isEqualTo("java run registry\n");
        assertThat(first.err()).contains("Building Lanyard; the first time takes a minute or two.");
        assertThat(lanyard("labs", "").err()).isEmpty();
        assertThat(Files.readAllLines(house.resolve("mvn.calls")))
                .containsExactly("-B -ntp -Dfast -Dmaven.test.skip=true -pl workshop -am package");
    }

    @Test
    void buildsAgainWhenASourceHasChangedAndDropsTheArchiveOfClasses() throws IOException {
        lanyard("run", "registry");
        var archive = Files.writeString(house.resolve("workshop/target/lanyard.jsa"), "old");
        Files.setLastModifiedTime(
                house.resolve("sdk-core/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(2)));

        lanyard("labs", "");

        assertThat(Files.readAllLines(house.resolve("mvn.calls"))).hasSize(2);
        assertThat(archive).doesNotExist();
    }

    @Test
    void startsTheSandboxFromAnArchiveOfClassesFromTheFirstTimeOn() throws IOException {
        script("java", """
                if [[ $1 == -version ]]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; fi
                case $1 in
                    -XX:ArchiveClassesAtExit=*) echo classes > "${1#*=}"; echo "played ${@: -3}" >> "${0%/*}/java.calls";;
                    -XX:SharedArchiveFile=*) echo "quick: ${@: -1}";;
                    *) echo "slow: ${@: -1}";;
                esac
                """);

        var first = lanyard("sandbox");
        var next = lanyard("sandbox");

        assertThat(first.out()).isEqualTo("quick: sandbox\n");
        assertThat(next.out()).isEqualTo("quick: sandbox\n");
        try (var calls = Files.find(folder, 3, (path, is) -> path.endsWith("java.calls"))) {
            assertThat(calls.findFirst().orElseThrow()).hasContent("played run registry --plain");
        }
    }

    @Test
    void twoFirstCallsAtOnceBuildOnce() throws Exception {
        script("mvn", """
                echo "$@" >> mvn.calls
                until [[ -e go ]]; do sleep 0.1; done
                mkdir -p workshop/target/lib
                touch workshop/target/lanyard-workshop-0.1.0-SNAPSHOT.jar workshop/target/lib/a.jar
                """);
        var first = process("labs").start();
        try (var signs = first.errorReader()) {
            assertThat(signs.readLine()).startsWith("Building Lanyard");
            var second = process("labs").start();
            try (var waits = second.errorReader()) {
                assertThat(waits.readLine()).startsWith("Another call is building Lanyard");
                Files.createFile(house.resolve("go"));

                assertThat(second.waitFor()).isZero();
                assertThat(first.waitFor()).isZero();
            }
        }
        assertThat(Files.readAllLines(house.resolve("mvn.calls"))).hasSize(1);
        assertThat(house.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void takesOverTheLockOfACallThatIsGone() throws Exception {
        var gone = new ProcessBuilder(bin.resolve("bash").toString(), "-c", "exit 0").start();
        gone.waitFor();
        var lock = Files.createDirectories(house.resolve("target/launcher/lock"));
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

        assertThat(lanyard("labs").status()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void passesOnTheStatusOfTheProgram() throws IOException {
        script("java", """
                if [[ $1 == -version ]]; then echo 'openjdk version "21" 2023-09-19' >&2; exit 0; fi
                exit 1
                """);

        assertThat(lanyard("run", "registry").status()).isEqualTo(1);
        assertThat(lanyard("labs", "").status()).isEqualTo(1);
    }

    @Test
    void saysWhyTheBuildFailedInOneLineAndWhereTheRestIs() throws IOException {
        script("mvn", """
                echo '[INFO] Building Lanyard SDK core 0.1.0-SNAPSHOT [2/7]'
                echo '[ERROR] The disk is full'
                echo '[ERROR] and more'
                exit 1
                """);

        var failed = lanyard("labs", "");

        assertThat(failed.status()).isEqualTo(3);
        assertThat(failed.err())
                .contains("Building Lanyard failed: The disk is full\n")
                .contains("The whole story is in " + house.toRealPath().resolve("target/launcher/build.log"))
                .doesNotContain("and more");
        assertThat(house.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void saysWhichToolIsMissingOrTooOld() throws IOException {
        script("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        assertThat(lanyard("labs", "").err())
                .contains("Lanyard needs a JDK, version 17 or newer, but")
                .contains("is version 11.");

        script("java", "echo 'java version \"1.8.0_202\"' >&2");
        assertThat(lanyard("labs", "").err()).contains("is version 1.");

        Files.delete(bin.resolve("java"));
        var none = lanyard("labs", "");
        assertThat(none.status()).isEqualTo(3);
        assertThat(none.err()).contains("there is no 'java' on the PATH.");
    }

    @Test
    void saysThatMavenIsMissing() throws IOException {
        Files.delete(bin.resolve("mvn"));

        var none = lanyard("labs", "");

        assertThat(none.status()).isEqualTo(3);
        assertThat(none.err()).contains("there is no 'mvn' on the PATH.");
    }

    @Test
    void needsNoMavenOnceItIsBuilt() throws IOException {
        lanyard("labs", "");
        Files.delete(bin.resolve("mvn"));

        assertThat(lanyard("labs", "").status()).isZero();
    }

    private record Ended(int status, String out, String err) {}

    private Ended lanyard(String... arguments) throws IOException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
        try {
            int status = process.start().waitFor();
            return new Ended(status, Files.readString(out), Files.readString(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder process(String... arguments) {
        var command = Stream.concat(
                        Stream.of(house.resolve("lanyard").toString()),
                        Stream.of(arguments).filter(argument -> !argument.isEmpty()))
                .toList();
        var process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> !name.equals("LANG"));
        process.environment().put("PATH", bin.toString());
        return process;
    }

    private void script(String name, String body) throws IOException {
        Files.deleteIfExists(bin.resolve(name));
        Files.write(bin.resolve(name), ("#!" + found("bash") + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
        executable(bin.resolve(name));
    }

    /** The modules that the launcher watches, as it names them itself. */
    private static List<String> watched() throws IOException {
        return Files.readAllLines(launcher()).stream()
                .filter(line -> line.startsWith("modules=("))
                .flatMap(line -> Stream.of(
                        line.substring("modules=(".length(), line.length() - 1).split(" ")))
                .toList();
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path found(String tool) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
    }

    /** Maven runs tests in the module's folder; the launcher is beside it. */
    private static Path launcher() {
        var launcher = Path.of("..", "lanyard");
        assumeTrue(Files.exists(launcher), "the launcher is not in a checkout");
        try {
            return launcher.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
