// Room: sandbox / logs, tests. What the service's Lucene finds.
package io.lanyard.sandbox.services.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line asks one thing of the same logs; the logs are told by their names. */
class LuceneQueryTest {
    private static Sandbox sandbox;
    private static LogsScene scene;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = new LogsScene(sandbox);
        scene.take(
                "{\"name\":\"deny\",\"action\":\"iam-access-management.account-settings.eval\",\"responseData\":"
                        + "{\"isEnforced\":\"false\",\"decision\":\"Deny\"},\"target\":{\"id\":\"crn:v1:x\"}}",
                "{\"name\":\"permit\",\"action\":\"iam-access-management.account-settings.eval\",\"responseData\":"
                        + "{\"isEnforced\":\"false\",\"decision\":\"Permit\"},\"target\":{\"id\":\"crn:v1:y\"}}",
                "{\"name\":\"blocked\",\"action\":\"iam-access-management.account-settings.eval\",\"responseData\":"
                        + "{\"isEnforced\":true,\"decision\":\"Deny\"},\"target\":{\"id\":\"crn:v1:z\"}}",
                "{\"name\":\"web\",\"msg\":\"a very interesting log message!\",\"status_code\":200,\"level\":\"INFO\","
                        + "\"duration\":0.002,\"version\":\"v.1.24\",\"tags\":[\"abc\",\"def\"]}",
                "{\"name\":\"failed\",\"msg\":\"failed transaction\",\"status_code\":500,\"level\":\"ERROR\","
                        + "\"env\":\"staging\",\"cluster\":\"eu\",\"duration\":0.5,\"version\":\"v.9.1\",\"tags\":[\"123\"]}",
                "{\"name\":\"prod\",\"msg\":\"failed transaction\",\"status_code\":300,\"level\":\"ERROR\","
                        + "\"env\":\"production\",\"cluster\":\"us\",\"temperature\":-5,\"path\":\"/v1/policies\"}");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "action:\"iam-access-management.account-settings.eval\" AND responseData.isEnforced:\"false\" AND responseData.decision:\"Deny\" → deny",
                "action:\"iam-access-management.account-settings.eval\" AND responseData.isEnforced:\"false\" AND responseData.decision:\"Permit\" → permit",
                "responseData.isEnforced:\"true\" AND responseData.decision:\"Deny\" → blocked",
                "action:iam-access-management.account-settings.eval AND responseData.isEnforced:\"false\" AND responseData.decision:\"Deny\" → deny",
                "a very interesting log message → web",
                "message interesting → web",
                "“a very interesting log message” → web",
                "\"interesting very\" → ",
                "msg:interesting → web",
                "msg:“a very interesting log message!” → web",
                "msg.keyword:”a very interesting log message!” → web",
                "msg.keyword:\"a very interesting log message\" → ",
                "msg.keyword:/.*/ AND NOT msg.keyword:/^$/ → web,failed,prod",
                "status_code.numeric:[200 TO 299] → web",
                "status_code.numeric:{199 TO 300} → web",
                "status_code.numeric:[200 TO 300} → web",
                "status_code.numeric:{200 TO 300] → prod",
                "status_code.numeric:<300 → web",
                "status_code.numeric:<=300 → web,prod",
                "status_code.numeric:>=300 → failed,prod",
                "status_code.numeric:> 300 → failed",
                "status_code.numeric:300 → prod",
                "status_code:300 → prod",
                "duration.numeric:>0.003 → failed",
                "temperature.numeric:-5 → prod",
                "temperature.numeric:[-10 TO -1] → prod",
                "temperature.numeric:<-4 → prod",
                "msg.keyword:/.*very interesting log message!.*/ → web",
                "version.keyword:/.*v.[1-5].[0-9]{2}.*/ → web",
                "tags:\"abc\" OR tags:\"123\" → web,failed",
                "tags.keyword:/(abc|123)/ → web,failed",
                "tags.keyword:/.*(bc|23).*/ → web,failed",
                "msg:”failed transaction” AND level: “ERROR” NOT env:”staging” → prod",
                "(msg:”failed transaction” AND (cluster:”eu” OR cluster:”us”)) NOT env:”staging” → prod",
                "NOT action:\"iam-access-management.account-settings.eval\" → web,failed,prod",
                "level:ERROR AND (NOT env:staging) → prod",
                "NOT msg:failed AND NOT level:INFO → deny,permit,blocked",
                "action:eval → ",
                "action:account-settings → ",
                "target.id:\"crn:v1:x\" → deny",
                "target.id:crn\\:v1\\:x → deny",
                "target.id.keyword:crn* → deny,permit,blocked",
                "_exists_:tags → web,failed",
                "_exists_:responseData → deny,permit,blocked",
                "temperature:* → prod",
                "msg:inter* → web",
                "msg:interestin? → web",
                "msg:*action → failed,prod",
                "msg:interestimg~ → web",
                "msg:\"very message\"~3 → web",
                "level:(INFO OR ERROR) AND cluster:eu → failed",
                "level:error → failed,prod",
                "level.keyword:error → ",
                "path:\"/v1/policies\" → prod",
                "path.keyword:\"/v1/policies\" → prod",
                "applicationName:app AND subsystemName.keyword:\"sub\" AND name:web → web",
                "coralogix.metadata.applicationName:\"app\" AND name:web → web",
                "coralogix.metadata.severity:Debug AND name:web → web",
                "coralogix.metadata.severity:[2 TO 6] → ",
                "+level:ERROR -env:staging → prod",
                "level:ERROR && !env:staging → prod",
                "nosuchfield:x → ",
                "level:ERROR AND cluster:eu^2 → failed",
                "action:\"a b\" OR name:web → web",
                "version.keyword:[v.8 TO v.9.9] → failed",
                "msg.keyword:/^failed.*$/ → failed,prod",
                "level : ERROR AND env :staging → failed",
                "status_code.numeric:+200 → web",
                "status_code.numeric:2e2 → web",
                "duration.numeric:[.4 TO 1.] → failed",
                "level:ERROR^2 AND msg:transactoin~2 → failed,prod"
            })
    void finds(String query, String names) {
        var wanted = names == null || names.isBlank()
                ? List.<String>of()
                : Arrays.asList(names.strip().split(","));

        assertThat(scene.found(query.strip(), "name")).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void anEmptyQueryFindsAll() {
        assertThat(scene.found("", "name")).hasSize(6);
        assertThat(scene.found("*", "name")).hasSize(6);
        assertThat(scene.found("*:*", "name")).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "target.id:crn:v1:x → At character 14: a colon separates a field from its value, so a value with colons, such as a CRN or a time, must be put in quotes: \"crn:v1:x\".",
                "crn:v1:bluemix → must be put in quotes: \"crn:v1:bluemix\".",
                "msg:\"open → At character 5: this quotation mark is never closed",
                "a AND (b OR c → At character 7: this '(' is never closed",
                "a) → At character 2: this ')' closes nothing",
                "msg: → a value must follow the colon",
                ":x → At character 1: a field's name must come before the colon.",
                "status.numeric:[1 to 2] → a range is written [from TO to], with TO in capitals",
                "status.numeric:[1 TO 2 → this range is never closed",
                "[1 TO 2] → At character 1: a range needs a field",
                ">5 → At character 1: a comparison needs a field",
                "status.numeric:> → a value must follow the comparison",
                "status.numeric:abc → 'status.numeric' takes numbers, and 'abc' is none",
                "status.numeric:[a TO b] → takes numbers",
                "status.numeric:2* → 'status.numeric' takes no pattern such as '2*'.",
                "coralogix.metadata.severity:Bad → 'Bad' is no severity",
                "msg:/a(/ → /a(/ is no regular expression",
                "msg:/abc → At character 5: a '/' begins a regular expression, and this one never ends",
                "AND b → At character 1: 'AND' can't stand here",
                "a AND → The query ends where something must follow",
                "a AND OR b → At character 7: 'OR' can't stand here",
                "a\\ → a backslash must come before",
                "a } → this '}' closes nothing",
                "status.numeric:12d → 'status.numeric' takes numbers, and '12d' is none",
                "status.numeric:NaN → takes numbers",
                "msg:a^ → At character 6: '^' takes a number behind it",
                "msg:a^x → At character 6: '^' takes a number behind it",
                "msg:a~x → At character 6: '~' takes a number, or nothing, behind it",
                "\"odd name\":x → At character 1: a field's name isn't put in quotes; a blank in it is written with a backslash before it."
            })
    void saysWhatIsWrong(String query, String sentence) {
        var refused = scene.lucene(query.strip());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Actor.code(refused)).isEqualTo("bad_request_or_unspecified");
        assertThat(Actor.error(refused).get("message").getAsString()).contains(sentence.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "name:deny or name:permit → 'or' is looked for as a word; the operator is written in capitals: OR.",
                "name:deny OR name:permit AND level:INFO → OR stands beside AND, or beside a blank, which means AND, without parentheses",
                "name:deny OR name:permit level:INFO → OR stands beside AND, or beside a blank",
                "status_code:>90 → 'status_code' is compared as text, in which 10 comes before 9; numbers are compared by 'status_code.numeric'.",
                "responseData.decison:Deny → No log has the field 'responseData.decison'; did you mean 'responseData.decision'?",
                "_exists_:tagz → No log has the field 'tagz'; did you mean 'tags'?",
                "nowhere.to.be.found.keyword:/x.*/ → No log has the field 'nowhere.to.be.found'."
            })
    void saysWhatMayNotBeMeant(String query, String sentence) {
        assertThat(LogsScene.remarks(scene.lucene(query.strip())))
                .singleElement()
                .asString()
                .contains(sentence.strip());
        assertThat(LogsScene.remarks(scene.ask("source logs | lucene '" + query.strip() + "'")))
                .singleElement()
                .asString()
                .contains(sentence.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:deny OR (name:permit AND level:INFO)",
                "name:(deny OR permit) AND NOT level:INFO",
                "name:deny OR name:permit NOT level:INFO",
                "\"deny or permit\"",
                "level:or",
                "status_code.numeric:>90",
                "version:>a",
                "applicationName:app"
            })
    void saysNothingOfWhatIsClear(String query) {
        assertThat(LogsScene.remarks(scene.lucene(query))).isEmpty();
    }
}
