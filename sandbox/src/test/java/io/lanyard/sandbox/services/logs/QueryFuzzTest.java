// Room: sandbox / logs, tests. Whatever is asked, the answer is results or a clear refusal.
package io.lanyard.sandbox.services.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Queries put together by chance of what queries are made of; a repetition's number is the seed. */
class QueryFuzzTest {
    private static final List<String> LUCENE = List.of(
            "a",
            "name",
            ":",
            ".keyword:",
            ".numeric:",
            "\"",
            "“",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            " TO ",
            "*",
            "?",
            "~",
            "^",
            "/",
            "\\",
            " AND ",
            " OR ",
            " NOT ",
            "+",
            "-",
            "!",
            "&&",
            "||",
            "<",
            ">=",
            "5",
            "-1.5",
            " ",
            "é",
            "\u0000",
            "_exists_:",
            "coralogix.metadata.severity:",
            "#",
            "@",
            ".",
            "'",
            "=",
            "~2",
            "^3",
            "crn:v1:x",
            "\n");
    private static final List<String> DATAPRIME = List.of(
            "source ",
            "logs ",
            "|",
            "filter ",
            "choose ",
            "orderby ",
            "groupby ",
            "countby ",
            "count ",
            "limit ",
            "find ",
            "lucene ",
            "block ",
            "distinct ",
            "$d",
            "$l.",
            "$m.",
            ".a",
            "name",
            ".contains(",
            ")",
            "(",
            ",",
            "'",
            "'x'",
            "==",
            "!=",
            "<",
            ">=",
            "&&",
            "||",
            "!",
            "~",
            "~~",
            "5",
            "-",
            "1.5",
            "null",
            "true",
            "[",
            "]",
            "[0]",
            "['a']",
            " as ",
            " into ",
            "in(",
            ":number",
            "@",
            "sum(",
            "desc ",
            "INFO",
            "$m.severity",
            "#",
            "\\",
            "\u0000",
            "é",
            " ");
    private static Sandbox sandbox;
    private static LogsScene scene;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = new LogsScene(sandbox);
        scene.take("{\"name\":\"x\",\"a\":{\"b\":[1,\"two\",null]},\"n\":5,\"ok\":true}", "{\"a\":\"clash\"}");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @RepeatedTest(20)
    void luceneFindsOrRefuses(RepetitionInfo seed) {
        ask("lucene", LUCENE, new Random(seed.getCurrentRepetition()));
    }

    @RepeatedTest(20)
    void dataPrimeFindsOrRefuses(RepetitionInfo seed) {
        ask("dataprime", DATAPRIME, new Random(seed.getCurrentRepetition()));
    }

    private static void ask(String syntax, List<String> pieces, Random chance) {
        for (int i = 0; i < 40; i++) {
            var query =
                    new StringBuilder(syntax.equals("lucene") || chance.nextBoolean() ? "" : "source logs | filter ");
            for (int piece = chance.nextInt(12); piece >= 0; piece--) {
                query.append(pieces.get(chance.nextInt(pieces.size())));
            }
            answered(query.toString(), scene.ask(query.toString(), "syntax", syntax));
        }
    }

    private static void answered(String query, Http.Answer answer) {
        assertThat(answer.status()).as(query).isIn(200, 400);
        if (answer.status() == 400) {
            assertThat(Actor.error(answer).get("message").getAsString())
                    .as(query)
                    .endsWith(".");
        } else {
            assertThat(LogsScene.results(answer).size()).as(query).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whatIsVeryDeepOrLongIsRefused() {
        for (String query : List.of(
                "(".repeat(4_000),
                "NOT ".repeat(1_000) + "a",
                "a ".repeat(2_000),
                "!".repeat(4_000) + "a",
                "a:".repeat(2_000),
                "/" + "(a|b)*".repeat(500) + "/",
                "/(.*a.*b.*){20}/",
                "*".repeat(3_000),
                "a" + "~".repeat(3_000))) {
            answered(query, scene.ask(query, "syntax", "lucene"));
            answered(query, scene.ask("source logs | filter " + query, "syntax", "dataprime"));
        }
        for (String piece : List.of("(", "!", "$d.a == 1 && ", "$d.a.", "in(", "['a']", "| count ")) {
            var query = "source logs | filter " + piece.repeat(4_000 / piece.length() - 10);
            answered(query, scene.ask(query, "syntax", "dataprime"));
        }
    }
}
