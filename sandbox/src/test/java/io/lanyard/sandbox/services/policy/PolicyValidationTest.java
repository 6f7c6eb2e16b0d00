// Room: sandbox / policy management, tests.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.policy.Bodies.READER;
import static io.lanyard.sandbox.services.policy.Bodies.attributes;
import static io.lanyard.sandbox.services.policy.Bodies.condition;
import static io.lanyard.sandbox.services.policy.Bodies.v1;
import static io.lanyard.sandbox.services.policy.Bodies.v2;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Badly written policies: each gets its sentence, and nothing is stored. */
class PolicyValidationTest extends RouteScene {
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"type\":\"access\"}", "{\"type\":\"access\",\"subjects\":\"x\"}"})
    void bodiesThatAreNoPolicy(String body) {
        for (String path : new String[] {"/v1/policies", "/v2/policies"}) {
            var answer = owner.send("POST", path, body, "Content-Type", "application/json");
            assertThat(answer.status()).isBetween(400, 415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br"})
    void aPackedBodyIsNamedAsOne(String encoding) {
        var body = v1("iam-1", READER, "accountId", accountId, "serviceType", "service");

        var answer = owner.send("POST", "/v1/policies", body.toString(), "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text()).contains("Content-Encoding", encoding);
        assertThat(owner.send("POST", "/v1/policies", body.toString(), "Content-Encoding", "identity")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aResourceNeedsAnAccountAndSomethingInIt() {
        refused(v1("iam-1", READER, "serviceName", "container-registry"), "accountId");
        refused(v1("iam-1", READER, "accountId", accountId), "serviceName");
        refused(v1("iam-1", READER, "accountId", accountId, "serviceType", "platform-service"), "platform_service");
        refused(v1("iam-1", READER, "accountId", accountId, "service_group_id", "ALL"), "IAM");
    }

    @Test
    void attributesAreNamedOnce() {
        refused(
                v1("iam-1", READER, "accountId", accountId, "accountId", accountId, "serviceType", "service"),
                "The following resource attribute(s) had multiple entries: accountId");
    }

    @Test
    void thereIsOneSubjectAndOneResource() {
        var two = v1("iam-1", READER, "accountId", accountId, "serviceType", "service");
        two.getAsJsonArray("subjects").add(two.getAsJsonArray("subjects").get(0));
        refused(two, "exactly one");

        var none = v1("iam-1", READER, "accountId", accountId, "serviceType", "service");
        none.add("subjects", new JsonArray());
        refused(none, "subjects");

        var odd = v1("iam-1", READER, "accountId", accountId, "serviceType", "service");
        odd.add("subjects", array(json("attributes", attributes("name", "email", "a@b.c"))));
        refused(odd, "iam_id or access_group_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "\u007f", ".", "..", " ", ""})
    void anIdThatIsNoneIsNobody(String id) {
        refused(v1(id, READER, "accountId", accountId, "serviceType", "service"), "subject");

        assertThat(owner.get("/v1/policies?account_id=" + accountId).json().getAsJsonArray("policies"))
                .describedAs("nothing was stored")
                .isEmpty();
    }

    @Test
    void aGroupGetsAccessInItsOwnAccountOnly() {
        var abroad = sandbox.newAccount(seed -> {});
        var group = text(
                Actor.owner(sandbox, abroad).post("/v2/groups?account_id=" + abroad.id(), json("name", "readers")),
                "id");
        var body = v1("iam-1", READER, "accountId", accountId, "serviceName", "container-registry");
        body.add("subjects", array(json("attributes", attributes("name", "access_group_id", group))));

        refused(body, "in the same account as the access group");
    }

    @Test
    void everybodyGetsAccessToObjectStorageOnly() {
        var body = v1("iam-1", READER, "accountId", accountId, "serviceType", "service");
        body.add(
                "subjects",
                array(json("attributes", attributes("name", "access_group_id", "AccessGroupId-PublicAccess"))));

        refused(body, "cloud-object-storage only");
    }

    @Test
    void noAttributeHasAControlCharacter() {
        refused(
                v1("iam-1", READER, "accountId", accountId, "serviceName", "kms", "resource", "a\tb"),
                "'resource' has a control character at position 1");
    }

    @ParameterizedTest
    @CsvSource({
        "crn:v1:bluemix:public:iam::::serviceRole:Raeder, Did you mean Reader?",
        "crn:v1:bluemix:public:kms::::serviceRole:Reader, doesn't exist for container-registry",
        "Reader, doesn't exist for container-registry",
        "crn:v1:bluemix:public:iam::::serviceRole:ServiceIdCreator, Its roles are Viewer",
    })
    void rolesMustExistForTheService(String role, String sentence) {
        refused(v1("iam-1", role, "accountId", accountId, "serviceName", "container-registry"), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "container-registry, crn:v1:bluemix:public:iam::::serviceRole:Reader",
        "container-registry, crn:v1:bluemix:public:container-registry::::serviceRole:Reader",
        "iam-identity, crn:v1:bluemix:public:iam-identity::::serviceRole:ServiceIdCreator",
        "iam-identity, crn:v1:bluemix:public:iam-identity::::serviceRole:UserApiKeyCreator",
        "enterprise, crn:v1:bluemix:public:enterprise::::serviceRole:UsageReportsViewer",
        "cloudshell, crn:v1:bluemix:public:cloudshell::::serviceRole:CloudOperator",
        "logs, crn:v1:bluemix:public:logs::::serviceRole:Sender",
        "logs, crn:v1:bluemix:public:iam::::serviceRole:Sender",
        "cloud-object-storage, crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectReader",
        "iam-access-management, crn:v1:bluemix:public:iam::::role:TemplateAdministrator",
        "iam-access-management, crn:v1:bluemix:public:iam::::role:TemplateAssignmentAdministrator",
        "some-service-nobody-knows, crn:v1:bluemix:public:iam::::serviceRole:Manager",
    })
    void theDocumentedRoleIdsWork(String service, String role) {
        var answer = owner.post("/v1/policies", v1("iam-1", role, "accountId", accountId, "serviceName", service));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void versionOneKnowsTwoOperators() {
        var body = v1("iam-1", READER, "accountId", accountId, "serviceName", "container-registry");
        var attribute = body.getAsJsonArray("resources")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("attributes")
                .get(1);
        attribute.getAsJsonObject().addProperty("operator", "stringExists");
        refused(body, "stringEquals or stringMatch");
    }

    @Test
    void theSubjectOfVersion1IsNamedNotMatched() {
        var body = v1("iam-1", READER, "accountId", accountId, "serviceName", "container-registry");
        body.getAsJsonArray("subjects")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("attributes")
                .get(0)
                .getAsJsonObject()
                .addProperty("operator", "stringMatch");
        refused(body, "stringEquals only");
    }

    @Test
    void tagsStandAloneUnderAllServices() {
        var tagged = v1("iam-1", READER, "accountId", accountId, "serviceType", "service");
        tagged.getAsJsonArray("resources")
                .get(0)
                .getAsJsonObject()
                .add("tags", array(json("name", "env", "value", "prod", "operator", "stringEquals")));
        var narrowed = v1("iam-1", READER, "accountId", accountId, "serviceName", "container-registry");
        narrowed.getAsJsonArray("resources")
                .get(0)
                .getAsJsonObject()
                .add("tags", array(json("name", "env", "value", "prod")));

        refused(narrowed, "tags");
        assertThat(owner.post("/v1/policies", tagged).status()).isEqualTo(201);
    }

    @Test
    void valuesHaveALength() {
        refused(v1("iam-1", READER, "accountId", accountId, "serviceName", "x".repeat(1_001)), "1 to 1000");
        refused(v1("", READER, "accountId", accountId, "serviceName", "kms"), "1 to 1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "stringEqualsAnyOf | [] | 1 to 10",
                "stringEqualsAnyOf | 'text' | 1 to 10",
                "stringEqualsAnyOf | [1,2,3,4,5,6,7,8,9,10,11] | 1 to 10",
                "stringExists | \"maybe\" | true or false",
                "stringEquals | [\"a\"] | a single text",
                "timeLessThan | \"x\" | isn't an operator here",
            })
    void versionTwoChecksOperatorsAndValues(String operator, String value, String sentence) {
        var body = v2("iam-1", READER, "accountId", accountId, "serviceName", "container-registry");
        var attribute = json("key", "resource", "operator", operator);
        attribute.add("value", value.startsWith("'") ? json() : JsonParser.parseString(value.replace("'", "\"")));
        body.getAsJsonObject("resource").getAsJsonArray("attributes").add(attribute);
        refused(body, sentence);
    }

    @Test
    void aRuleNeedsItsPatternAndAPatternItsRule() {
        var body = Bodies.weekly(v2("iam-1", READER, "accountId", accountId, "serviceType", "service"));
        var withoutPattern = body.deepCopy();
        withoutPattern.remove("pattern");
        var withoutRule = body.deepCopy();
        withoutRule.remove("rule");
        var odd = body.deepCopy();
        odd.addProperty("pattern", "full-moon");

        refused(withoutPattern, "pattern");
        refused(withoutRule, "rule");
        refused(odd, "full-moon");
    }

    @Test
    void conditionsFitTheirPattern() {
        var day = condition("day_of_week", "dayOfWeekAnyOf", array("1+00:00"));
        var from = condition("current_time", "timeGreaterThanOrEquals", "09:00:00+00:00");
        var until = condition("current_time", "timeLessThanOrEquals", "17:00:00+00:00");
        var start = condition("current_date_time", "dateTimeGreaterThan", "2026-01-01T00:00:00+00:00");
        var end = condition("current_date_time", "dateTimeLessThan", "2026-12-31T00:00:00+00:00");

        accepted("time-based-conditions:weekly", day);
        accepted("time-based-conditions:weekly:all-day", day);
        accepted("time-based-conditions:weekly", all(day, from, until));
        accepted("time-based-conditions:weekly:custom-hours", all(day, from, until));
        accepted("time-based-conditions:once", all(start, end));
        accepted(
                "attribute-based-condition:resource:literal-and-wildcard",
                any(
                        json("key", "{{resource.attributes.prefix}}", "operator", "stringMatch", "value", "a/*"),
                        all(
                                json(
                                        "key",
                                        "{{resource.attributes.prefix}}",
                                        "operator",
                                        "stringExists",
                                        "value",
                                        false),
                                condition("delimiter", "stringEqualsAnyOf", array("", "/")))));

        refusedRule("time-based-conditions:weekly:custom-hours", day);
        refusedRule("time-based-conditions:weekly", all(day, from));
        refusedRule("time-based-conditions:weekly", all(from, until));
        refusedRule("time-based-conditions:weekly", any(day, from, until));
        refusedRule("time-based-conditions:once", all(start));
        refusedRule("time-based-conditions:once", all(start, end, day));
        refusedRule("attribute-based-condition:resource:literal-and-wildcard", day);
    }

    @Test
    void rulesAreSmallAndFlat() {
        var one = json("key", "{{resource.attributes.path}}", "operator", "stringEquals", "value", "a");
        var many = new JsonArray();
        for (int i = 0; i < 11; i++) {
            many.add(one);
        }
        refusedRule(
                "attribute-based-condition:resource:literal-and-wildcard", json("operator", "or", "conditions", many));
        refusedRule("attribute-based-condition:resource:literal-and-wildcard", all(any(all(one))));
        refusedRule(
                "attribute-based-condition:resource:literal-and-wildcard",
                json("operator", "xor", "conditions", array(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "day_of_week, dayOfWeekEquals, 8+00:00",
        "day_of_week, dayOfWeekEquals, Monday",
        "current_time, timeLessThan, 9am",
        "current_date_time, dateTimeLessThan, 2026-12-31",
        "current_date, dateLessThan, 31.12.2026",
        "current_time, timeIsNice, 09:00:00+00:00",
    })
    void momentsAreWrittenProperly(String attribute, String operator, String value) {
        refusedRule("time-based-conditions:weekly", condition(attribute, operator, value));
    }

    @Test
    void replacingKeepsAccountAndType() {
        var body = v2("iam-1", READER, "accountId", accountId, "serviceName", "kms");
        String path = "/v2/policies/" + Actor.text(owner.post("/v2/policies", body), "id");
        var elsewhere = sandbox.newAccount(seed -> {});

        var moved = owner.put(
                path, "*", v2("iam-1", READER, "accountId", elsewhere.id().value(), "serviceName", "kms"));

        assertThat(moved.status()).isEqualTo(400);
        assertThat(owner.put(path, "", "{}").status()).isEqualTo(400);
        assertThat(owner.put("/v2/policies/none", "", body).status()).isEqualTo(404);
        assertThat(code(owner.get("/v2/policies/none"))).isEqualTo("policy_not_found");
        assertThat(owner.get("/v2/policies/%2e%2e").status()).isEqualTo(400);
    }

    @Test
    void authorizationsNameASourceService() {
        var body = v2("iam-1", READER, "accountId", accountId, "serviceName", "kms");
        body.addProperty("type", "authorization");
        refused(body, "iam_id");
        body.add("subject", json("attributes", attributes("key", "serviceName", "atracker")));
        refused(body, "accountId");
        body.addProperty("type", "wish");
        refused(body, "access or authorization");
    }

    private void accepted(String pattern, JsonObject rule) {
        var answer = owner.post("/v2/policies", withRule(pattern, rule));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        owner.delete("/v2/policies/" + Actor.text(answer, "id"));
    }

    private void refusedRule(String pattern, JsonObject rule) {
        refused(withRule(pattern, rule), "");
    }

    private JsonObject withRule(String pattern, JsonObject rule) {
        var body = v2("iam-1", READER, "accountId", accountId, "serviceName", "cloud-object-storage");
        body.addProperty("pattern", pattern);
        body.add("rule", rule);
        return body;
    }

    private static JsonObject all(Object... conditions) {
        return json("operator", "and", "conditions", array(conditions));
    }

    private static JsonObject any(Object... conditions) {
        return json("operator", "or", "conditions", array(conditions));
    }

    private void refused(JsonObject body, String sentence) {
        Http.Answer answer = owner.post(body.has("subjects") ? "/v1/policies" : "/v2/policies", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("invalid_body");
        assertThat(error(answer).get("message").getAsString()).contains(sentence);
        assertThat(owner.get("/v2/policies?account_id=" + accountId).json().getAsJsonArray("policies"))
                .isEmpty();
    }
}
