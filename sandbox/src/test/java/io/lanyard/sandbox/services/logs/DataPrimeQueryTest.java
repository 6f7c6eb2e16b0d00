// Room: sandbox / logs, tests. What the sandbox's DataPrime finds.
package io.lanyard.sandbox.services.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line asks one thing of the same logs; the logs are told by their names. */
class DataPrimeQueryTest {
    private static Sandbox sandbox;
    private static LogsScene scene;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = new LogsScene(sandbox);
        scene.take(
                "{\"name\":\"deny\",\"action\":\"iam-access-management.account-settings.eval\",\"responseData\":"
                        + "{\"isEnforced\":\"false\",\"decision\":\"Deny\"},\"n\":3}",
                "{\"name\":\"permit\",\"action\":\"iam-access-management.account-settings.eval\",\"responseData\":"
                        + "{\"isEnforced\":\"false\",\"decision\":\"Permit\"},\"n\":1}",
                "{\"name\":\"blocked\",\"action\":\"iam-access-management.account-settings.eval\",\"responseData\":"
                        + "{\"isEnforced\":true,\"decision\":\"Deny\"},\"n\":2.5}",
                "{\"name\":\"web\",\"msg\":\"GET of /v1/policies\",\"status\":200,\"tags\":[\"abc\",\"def\"],"
                        + "\"odd name\":\"x\",\"a.b\":\"dotted\",\"gone\":null}",
                "{\"name\":\"failed\",\"msg\":\"failed transaction in eu-gb\",\"status\":\"500\",\"env\":\"staging\","
                        + "\"at\":\"2026-07-31T10:00:00.00+0000\"}");
        var warned = LogsScene.log("the words of a log");
        warned.addProperty("severity", 4);
        warned.addProperty("category", "special");
        scene.send(scene.owner, warned);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Http.Answer ask(String query, Object... more) {
        var metadata = Arrays.copyOf(new Object[] {"syntax", "dataprime"}, 2 + more.length);
        System.arraycopy(more, 0, metadata, 2, more.length);
        return scene.ask(query, metadata);
    }

    private static List<String> rows(String query, Object... more) {
        return LogsScene.results(ask(query, more)).stream()
                .map(result -> result.get("user_data").getAsString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "source logs | filter $d.action == 'iam-access-management.account-settings.eval' && $d.responseData.isEnforced == 'false' && $d.responseData.decision == 'Deny' → deny",
                "source logs → deny,permit,blocked,web,failed,text",
                "filter $d.responseData.isEnforced == true → blocked",
                "source logs | filter responseData.decision == \"Permit\" → permit",
                "source logs | filter $d.responseData.decision != 'Deny' && $d.responseData.decision != null → permit",
                "source logs | filter $d.n > 1 && $d.n <= 3 → deny,blocked",
                "source logs | filter $d.n >= 2.5 → deny,blocked",
                "source logs | filter $d.n < 2.5 → permit",
                "source logs | filter 2 < $d.n → deny,blocked",
                "source logs | filter $d.status == 200 → web",
                "source logs | filter $d.status == '200' → web",
                "source logs | filter $d.status:number == 500 → failed",
                "source logs | filter $d.status:string.startsWith('5') → failed",
                "source logs | filter $d.env == null && $d.status != null → web",
                "source logs | filter $d.gone == null && name == 'web' → web",
                "source logs | filter $d.msg.contains('/v1/') → web",
                "source logs | filter $d.msg.startsWith('failed') → failed",
                "source logs | filter endsWith($d.msg, 'gb') → failed",
                "source logs | filter $d.tags.contains('abc') → web",
                "source logs | filter $d.tags[0] == 'abc' → web",
                "source logs | filter $d.tags[7] == 'abc' → ",
                "source logs | filter $d['odd name'] == 'x' → web",
                "source logs | filter $d.a.b == 'dotted' → web",
                "source logs | filter in($d.name, 'web', 'deny') → deny,web",
                "source logs | filter $d.name.in('web', 'deny', 7) → deny,web",
                "source logs | filter $d.name.toUpperCase() == 'WEB' → web",
                "source logs | filter $d.name.toLowerCase().trim() == 'web' → web",
                "source logs | filter $d.name.length() == 3 → web",
                "source logs | filter $d.msg ~ 'failed transaction' → failed",
                "source logs | filter $d.msg ~ 'transaction failed' → ",
                "source logs | filter $d ~~ 'eu-gb' → failed",
                "source logs | filter $d ~ 'abc' → web",
                "source logs | find 'transaction' in $d.msg → failed",
                "source logs | find 'transaction' → failed",
                "source logs | wildfind 'def' → web",
                "source logs | lucene 'responseData.decision:Deny' | filter $d.n > 2.9 → deny",
                "source logs | block $d.action != null → web,failed,text",
                "source logs | filter !($d.name == 'web' || $d.name == 'deny') && $d.n != null → permit,blocked",
                "source logs | filter $m.severity == WARNING → text",
                "source logs | filter $m.severity == 'Warn' → text",
                "source logs | filter $m.severity >= INFO → text",
                "source logs | filter $m.severity < 3 && name == 'web' → web",
                "source logs | filter $m.severity.toUpperCase() == 'WARNING' → text",
                "source logs | filter $l.applicationname == 'app' && $l.category == 'special' → text",
                "source logs | filter $l.category != 'special' && name == 'web' → web",
                "source logs | filter $m.timestamp > @'2020-01-01T00:00:00Z' && name == 'web' → web",
                "source logs | filter $m.timestamp < @'2020-01-01T00:00:00Z' → ",
                "source logs | filter $d.no.such == 'x' → ",
                "source logs | filter $d.name == ‘web’ # that one → web",
                "source logs | where $d.name == 'it\\'s' → ",
                "source logs | filter $d.responseData != null → ",
                "from logs | filter in($m.severity, 'WARN', 'Error') → text",
                "source logs | filter $m.severity == Warning → text",
                "source logs | filter Warn == $m.severity → text",
                "source logs | filter $d.n == 3e0 || $d.n == 25E-1 → deny,blocked",
                "source logs | filter $m.timestamp > @'2020-01-01' && name == 'web' → web",
                "source logs | filter $d.at >= @'2026-07-31T10:00:00Z' && $d.at < @'2026-07-31T10:00:00.01Z' → failed",
                "source logs | filter $d.tags == null && name == 'web' → ",
                "source logs | filter $m.priorityclass == 'high' && name == 'web' → web",
                "source logs | filter $l.ipaddress == null && in($l.applicationName, 'ibm-audit-event', 'app') && n > 2.9 → deny"
            })
    void finds(String query, String names) {
        var wanted = names == null || names.isBlank()
                ? List.<String>of()
                : Arrays.asList(names.strip().split(","));

        var found = rows(query.strip()).stream()
                .map(row -> JsonParser.parseString(row).getAsJsonObject())
                .map(row -> row.has("name") ? row.get("name").getAsString() : "text")
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void aPlaceInAnArrayIsNoFieldThatIsMissing() {
        assertThat(LogsScene.remarks(ask("source logs | filter $d.tags[0] == 'abc'")))
                .isEmpty();
        assertThat(LogsScene.remarks(ask("source logs | filter $d.tagz[0] == 'abc'")))
                .containsExactly("No log has the field 'tagz'; did you mean 'tags'?");
    }

    @Test
    void whatAQueryMakesIsNoFieldThatIsMissing() {
        var query =
                "source logs | filter n != null | groupby name as $d.who calculate max(n) as $d.most | orderby most desc"
                        + " | choose who as $d.first | filter first != 'nobody' | limit 1";

        assertThat(rows(query)).containsExactly("{\"first\":\"deny\"}");
        assertThat(LogsScene.remarks(ask(query))).isEmpty();
        assertThat(rows(query, "strict_fields_validation", true)).hasSize(1);
        assertThat(ask(query.replace("max(n)", "max(nn)"), "strict_fields_validation", true)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void stepsMakeRowsOfTheirOwn() {
        assertThat(rows("source logs | filter n != null | orderby n desc | choose name, n as $d.number | limit 2"))
                .containsExactly("{\"name\":\"deny\",\"number\":3}", "{\"name\":\"blocked\",\"number\":2.5}");
        assertThat(rows("source logs | filter n != null | order by $d.n | choose $d.responseData.decision"))
                .containsExactly(
                        "{\"responseData\":{\"decision\":\"Permit\"}}",
                        "{\"responseData\":{\"decision\":\"Deny\"}}",
                        "{\"responseData\":{\"decision\":\"Deny\"}}");
        assertThat(rows("source logs | filter n != null | count")).containsExactly("{\"_count\":3}");
        assertThat(rows("source logs | count into $d.rows")).containsExactly("{\"rows\":6}");
        assertThat(rows("source logs | filter $d.nothing == 1 | count")).containsExactly("{\"_count\":0}");
        assertThat(rows("source logs | filter n != null | countby $d.responseData.decision as $d.d into $d.c"))
                .containsExactly("{\"d\":\"Deny\",\"c\":2}", "{\"d\":\"Permit\",\"c\":1}");
        assertThat(rows("source logs | filter n != null | groupby responseData.decision as d calculate count() as c,"
                        + " sum(n), avg($d.n) as $d.mean, min(n), max(n) | orderby d"))
                .containsExactly(
                        "{\"d\":\"Deny\",\"c\":2,\"_sum\":5.5,\"mean\":2.75,\"_min\":2.5,\"_max\":3}",
                        "{\"d\":\"Permit\",\"c\":1,\"_sum\":1,\"mean\":1,\"_min\":1,\"_max\":1}");
        assertThat(rows("source logs | groupby $m.severity count() as n | orderby $d.n"))
                .containsExactly("{\"severity\":\"Warning\",\"n\":1}", "{\"severity\":\"Debug\",\"n\":5}");
        assertThat(rows("source logs | distinct $l.applicationname")).containsExactly("{\"applicationname\":\"app\"}");
        assertThat(rows("source logs | filter n != null | countby responseData.decision as d | filter _count > 1"))
                .containsExactly("{\"d\":\"Deny\",\"_count\":2}");
    }

    @Test
    void whatAStepMadeBelongsToNoLog() {
        var row = LogsScene.results(ask("source logs | count")).get(0);

        assertThat(row.getAsJsonArray("metadata")).isEmpty();
        assertThat(row.getAsJsonArray("labels")).isEmpty();
    }

    @Test
    void aFieldThatNoLogHasIsWarnedOfAndRefusedWhenStrict() {
        assertThat(ask("source logs | filter $d.nobody == 1").text())
                .contains("\"compile_warning\":{\"warning_message\":\"No log has the field 'nobody'.\"}");
        var strict = ask("source logs | filter $d.nobody == 1", "strict_fields_validation", true);

        assertThat(strict.status()).isEqualTo(400);
        assertThat(strict.text()).contains("No log has the field 'nobody', and the query is strict");
    }

    @Test
    void amongAllThatWasKeptKindsOfFieldsDontMatter() {
        var own = new LogsScene(sandbox);
        own.take("{\"name\":\"one\",\"code\":200}");
        own.take("{\"name\":\"two\",\"code\":\"none\"}");

        var query = "source logs | filter $d.code == 'none'";
        assertThat(LogsScene.results(own.ask(query, "syntax", "dataprime"))).isEmpty();
        assertThat(LogsScene.results(own.ask(query, "syntax", "dataprime", "tier", "archive")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "source spans → At character 8: 'logs', the only source that there is here, is expected, not 'spans'.",
                "source logs filter x → At character 13: '|' between two steps is expected, not 'filter'.",
                "source logs | → At character 14: a step behind the last '|'",
                "source logs | fliter $d.a == 1 → At character 15: the sandbox has no step 'fliter'; it has filter, block",
                "source logs | join (source logs) → the sandbox has no step 'join'",
                "source logs | filter $d.a = 1 → equality is written with two signs: ==.",
                "source logs | filter $d.a == → At character 29: a value is expected, and the query ends.",
                "source logs | filter $d.a == 1 AND $d.b == 2 → DataPrime writes && for and",
                "source logs | filter $d.a + 1 == 2 → the sandbox doesn't calculate: it knows no '+'.",
                "source logs | filter $x.a == 1 → a field begins with $d (the log), $l (labels) or $m (metadata), not with '$x'",
                "source logs | filter $l.aplication == 'x' → At character 22: $l has applicationname, subsystemname, category",
                "source logs | filter $m.color == 1 → $m has timestamp, severity, priorityclass, logid, not 'color'.",
                "source logs | filter $d.a.matches(1) → the sandbox doesn't know the function 'matches'; it knows contains",
                "source logs | filter $d.a.contains() → 'contains' takes a field and one value.",
                "source logs | filter in($d.a) → 'in' takes a field and one value or more.",
                "source logs | filter $d.a.trim('x') → 'trim' takes a field and nothing.",
                "source logs | filter ($d.a == 1 → ')' to close what begins at character 22 is expected, not the end.",
                "source logs | filter $d.a == 'x → At character 30: this text is never closed; add a '.",
                "source logs | filter $d.a ~ 5 → a text must follow '~'.",
                "source logs | filter $d.a ~~ 'x' → '~~' looks everywhere and is written behind $d",
                "source logs | filter $d.a:boolean == true → the sandbox converts to number and string, not to 'boolean'.",
                "source logs | filter $d[a] == 1 → a name in quotes, or a number, is expected within the brackets.",
                "source logs | filter @'yesterday' < $m.timestamp → a time is written @'2026-07-31T10:00:00Z'.",
                "source logs | limit many → a whole number of at least 1 is expected, not 'many'.",
                "source logs | limit 0 → a whole number of at least 1 is expected, not '0'.",
                "source logs | groupby a calculate median(b) → the sandbox can't calculate 'median'; it knows count, sum, avg, min and max.",
                "source logs | groupby a calculate sum() → 'sum' needs a field to calculate with.",
                "source logs | choose a as 5 → a name is expected, such as $d.total.",
                "source logs | count into → a value is expected, and the query ends.",
                "source logs | order a → 'by' is expected, not 'a'.",
                "source logs | find x → a text in quotes is expected, not 'x'.",
                "source logs | count | lucene 'a' → 'lucene' looks for logs, so nothing but filters can stand before it.",
                "source logs | lucene 'a:b:c' → in the Lucene query: At character 4: a colon separates",
                "source logs | filter a == 1.2.3 → '1.2.3' is no number.",
                "source logs | filter a in ('x', 'y') → At character 24: what looks for a part or for several is a function",
                "source logs | filter $d. == 'a' → At character 26: a name behind the dot is expected, not '=='.",
                "source logs | filter a == ; → ';' means nothing here; text goes into quotes."
            })
    void saysWhatIsWrong(String query, String sentence) {
        var refused = ask(query.strip());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Actor.code(refused)).isEqualTo("bad_request_or_unspecified");
        assertThat(Actor.error(refused).get("message").getAsString()).contains(sentence.strip());
    }
}
