// Docs: the tutorials say what the labs do: same steps, same words, and outputs from a run of today.
package io.lanyard.docs.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.Step;
import io.lanyard.workshop.labs.EmbeddedSandbox;
import io.lanyard.workshop.labs.LabCatalog;
import io.lanyard.workshop.labs.LabSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TutorialsTest {

    private static final String REFRESH = "lanyard.capture";
    private static final String STALE =
            "This is not what happens today. If it should be, capture it again, and read the"
                    + " difference before you commit it:\n"
                    + "mvn -Dfast -pl docs -am test -Dtest=TutorialsTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                    + REFRESH + "=again";

    /** What each part of a script must answer, whatever the captured files say. */
    private static final Map<String, Map<String, String>> STATUSES = Map.of(
            "service-id",
            Map.of(
                    "create-service-id", "201",
                    "list-service-ids", "200",
                    "create-api-key", "201",
                    "update-together", "200 409 200",
                    "lock", "204 403",
                    "clean-up", "204 204"),
            "registry",
            Map.of(
                    "set-up", "201 201",
                    "push-image", "201 201 201 201 201 201 201 201 201",
                    "pull-unenforced", "200",
                    "enforce", "204 200 400",
                    "pull-denied", "403",
                    "grant-reader", "200 403 403",
                    "grant-writer", "403 403 403 200 200 201 201 201",
                    "remove-policy", "204 403 200 401",
                    "clean-up", "204 204 204 204 204"),
            "integrate-iam",
            Map.ofEntries(
                    Map.entry("look-around", "200"),
                    Map.entry("restrict-service-ids", "200 403"),
                    Map.entry("create-group", "201 207"),
                    Map.entry("grant-creator", "201 201"),
                    Map.entry("restrict-api-keys", "200 403 201"),
                    Map.entry("grant-key-creator", "200 201"),
                    Map.entry("account-addresses", "200 403 200 200"),
                    Map.entry("both-lists", "200 204 403 200 403 200"),
                    Map.entry("way-back", "200 401 403 200 200 204 200"),
                    Map.entry("make-buckets", "201 200 200"),
                    Map.entry("upload-denied", "403"),
                    Map.entry("grant-object-writer", "201 200 403"),
                    Map.entry("read-denied", "403 403 200"),
                    Map.entry("clean-up", "204 204 204 204 204 204 204 200")),
            "authorize-targets",
            Map.of(
                    "topic", "202",
                    "refused", "400 400 400",
                    "wrong", "400 204 400 204",
                    "authorize-bucket", "201",
                    "authorize-topic", "400 201",
                    "authorize-log", "403 201",
                    "wrong-side", "403 400",
                    "authorize-abroad", "204 201",
                    "remove", "204 200",
                    "clean-up", "204 204 200 200 200 200 204 204 204 204 204 204 204 204"),
            "external-identities",
            Map.ofEntries(
                    Map.entry("image", "201 201 201 201"),
                    Map.entry("guests", "201 201 201 200 200 200"),
                    Map.entry("report-only", "200 200 200 200"),
                    Map.entry("silent-log", "201 400 201 201 200 200 200 200"),
                    Map.entry("route-global", "200 200 200 200 200 200 200"),
                    Map.entry("who-may-read", "403 403 204 201 200"),
                    Map.entry("allowlist", "200 200 200 200 200 200 200"),
                    Map.entry("public-bucket", "200 200 201 200 200"),
                    Map.entry("limited", "200 200 200 403 403 200 200 204 403"),
                    Map.entry("clean-up", "200 204 200 204 204 204 204 204 204 204 204 204 204 204")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("labs")
    void hasTheStepsOfTheLab(String id) throws IOException {
        Lab lab = lab(id).outline();
        String page = page(id);

        assertThat(found("(?m)^\\[#([\\w-]+)]\\n== (.+)$", page))
                .containsExactlyElementsOf(lab.steps().stream()
                        .map(step -> "[#" + step.id() + "]\n== " + step.title())
                        .toList());
        assertThat(lab.steps())
                .extracting(Step::why)
                .allSatisfy(why -> assertThat(page).contains("[.why]\n" + why + "\n"));
        assertThat(page)
                .startsWith("= " + lab.title() + "\n")
                .contains("\n:minutes: " + lab.minutes() + "\n")
                .contains("\n:learn: ");
    }

    @ParameterizedTest
    @MethodSource("labs")
    void showsWhatTheLabShows(String id) throws IOException {
        try (Sandbox sandbox = sandbox()) {
            isCaptured(LabRun.of(lab(id), sandbox), id + ".run.txt");
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void itsCurlLinesDoWhatItSays(String id) throws Exception {
        assumeTrue(CurlRun.isPossible(), "skipped: curl is not installed");
        try (Sandbox sandbox = sandbox()) {
            Captured run = CurlRun.of(id, sandbox, folder);

            assertThat(STATUSES.getOrDefault(id, Map.of()))
                    .isNotEmpty()
                    .allSatisfy((part, statuses) -> assertThat(String.join(
                                    " ",
                                    found("(?m)(?<=HTTP )[\\d ]+$", run.parts().getOrDefault(part, ""))))
                            .as(part)
                            .isEqualTo(statuses));
            assertThat(sandbox.account().state().serviceIds().size())
                    .as("left behind")
                    .isZero();
            isCaptured(run, id + ".curl.txt");
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void showsAllThatIsRun(String id) throws IOException {
        String page = page(id);
        String docs = "include::{root}/docs/";

        assertThat(found("(?<=# tag::)[\\w-]+", CurlRun.script(id)))
                .allSatisfy(tag -> assertThat(page)
                        .containsPattern(Pattern.quote(docs + "src/test/resources/curl/") + "(prelude|" + id
                                + ")\\.sh\\[tag=" + tag + "]"));
        for (String kind : List.of("run", "curl")) {
            assertThat(found("(?<=# tag::)[\\w-]+", Files.readString(file(id + "." + kind + ".txt"))))
                    .allSatisfy(tag ->
                            assertThat(page).contains(docs + "captured/" + id + "." + kind + ".txt[tag=" + tag + "]"));
        }
    }

    /** A terminal has eighty columns; the page leaves out the margin. */
    @ParameterizedTest
    @MethodSource("labs")
    void fitsOnATerminal(String id) throws IOException {
        assertThat(Files.readAllLines(file(id + ".run.txt")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    private static void isCaptured(Captured run, String name) throws IOException {
        if (System.getProperty(REFRESH) != null) {
            run.writeTo(file(name));
        }
        assertThat(run.text()).as(STALE).isEqualTo(Files.readString(file(name)));
    }

    /** Its clock stands still, so that every time in an output is the same in every run. */
    private static Sandbox sandbox() {
        Instant then = Instant.parse("2026-03-02T10:57:00Z");
        Sandbox sandbox = Sandbox.start(o -> o.startAt(then).account(EmbeddedSandbox::people));
        sandbox.clock().freeze();
        sandbox.clock().set(then);
        return sandbox;
    }

    private static Stream<String> labs() {
        return LabCatalog.ids().stream();
    }

    private static LabSource lab(String id) {
        return LabCatalog.find(id).orElseThrow();
    }

    private static String page(String id) throws IOException {
        return Files.readString(Path.of("pages/labs/" + id + ".adoc"));
    }

    private static Path file(String name) {
        return Path.of("captured").resolve(name);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toList());
    }
}
