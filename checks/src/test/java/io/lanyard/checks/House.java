// Checks: the house as the tests see it: its folder, its tracked files, its compiled classes.
package io.lanyard.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The whole house: where it stands and what is in it. */
final class House {

    /** The folder that holds all rooms. */
    static final Path ROOT = root();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.lanyard");

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private House() {}

    /** The modules of the SDK, as the house's own pom has them. */
    static List<String> sdkModules() throws IOException {
        var pom = Files.readString(ROOT.resolve("pom.xml"));
        return MODULE.matcher(pom)
                .results()
                .map(module -> module.group(1))
                .filter(module -> module.startsWith("sdk-"))
                .toList();
    }

    /** Every class that the house ships. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /**
     * The files under version control, relative to the root; empty where the house came without its history, or to a machine
     * without git. Whoever owns the folder: a container often runs as somebody else.
     */
    static List<Path> trackedFiles() throws IOException, InterruptedException {
        if (!Files.exists(ROOT.resolve(".git")) || !Command.isInstalled("git")) {
            return List.of();
        }
        Process git = new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "-z")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new IOException("git ls-files failed");
        }
        return Stream.of(names.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(file -> Files.isRegularFile(ROOT.resolve(file)))
                .toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above the tests has .mvn");
        }
        return folder;
    }
}
