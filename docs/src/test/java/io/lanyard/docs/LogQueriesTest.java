// Docs: each query of the page about queries finds what the page says.
package io.lanyard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.lanyard.audit.AuditClient;
import io.lanyard.audit.CloudLogs;
import io.lanyard.audit.LogLine;
import io.lanyard.audit.Query;
import io.lanyard.core.IbmCloud;
import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogQueriesTest {
    private static final Path PAGE = Path.of("pages/reference/log-queries.adoc");
    private static final Pattern ROW = Pattern.compile("¦ `\\+(.*?)\\+` ¦ (.*)");

    private static Sandbox sandbox;
    private static IbmCloud cloud;
    private static CloudLogs logs;

    /** A query of the page. */
    record Example(boolean lucene, String query, String finds) {}

    @BeforeAll
    static void takeTheLogsOfThePage() throws IOException {
        sandbox = Sandbox.start();
        cloud = sandbox.account().cloud();
        logs = new AuditClient(cloud).logs(sandbox.account().newInstance("logs-standard", "us-south", "page"));
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("{\"name\"")) {
                logs.ingestion().send(LogLine.of("shop", "cart", line));
            }
        }
    }

    @AfterAll
    static void stop() {
        cloud.close();
        sandbox.close();
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        boolean lucene = true;
        for (String line : Files.readAllLines(PAGE)) {
            lucene = line.equals("== DataPrime") ? false : lucene;
            var row = ROW.matcher(line);
            if (row.matches()) {
                examples.add(new Example(lucene, row.group(1), row.group(2)));
            }
        }
        return examples;
    }

    @Test
    void thePageHasExamplesOfBothLanguages() throws IOException {
        assertThat(examples()).anyMatch(Example::lucene).anyMatch(example -> !example.lucene());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itFindsWhatThePageSays(Example example) {
        var query = example.lucene() ? Query.lucene(example.query()) : Query.dataPrime(example.query());

        var found = logs.query(query).stream().map(entry -> entry.userData()).toList();

        if (example.finds().startsWith("`+")) {
            assertThat("`+" + String.join(" ", found) + "+`").isEqualTo(example.finds());
        } else {
            var names = example.finds().equals("–")
                    ? List.<String>of()
                    : Arrays.asList(example.finds().split(", "));
            assertThat(found)
                    .map(log -> JsonParser.parseString(log)
                            .getAsJsonObject()
                            .get("name")
                            .getAsString())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
