package io.lanyard.policy;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.Match.absent;
import static io.lanyard.policy.Match.anyOf;
import static io.lanyard.policy.Match.like;
import static io.lanyard.policy.Once.once;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.VIEWER;
import static io.lanyard.policy.Targets.allServices;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.policy.Targets.iamServices;
import static io.lanyard.policy.Targets.resourceGroup;
import static io.lanyard.policy.Targets.resourceGroupItself;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.Weekly.weekly;
import static io.lanyard.policy.Weekly.weeklyOn;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.json.Json;
import io.lanyard.policy.wire.PolicyV1;
import io.lanyard.policy.wire.PolicyV2;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy tests: both JSON forms, in both directions. */
class PolicyWireTest {
    private static final AccountId ACCOUNT = Wired.ACCOUNT;
    private static final Grant OFFICE_HOURS = grant(READER)
            .to(Wired.ROBOT)
            .on(containerRegistry(ACCOUNT).region("us-south").namespace("my_namespace"))
            .during(weekly(MONDAY, FRIDAY).from("09:00").to("17:00").at(UTC))
            .because("deploy windows, OPS-1234");

    @Test
    void aStoredIdThatIsNoneNamesNobody() {
        assertThat(new Subject(List.of(Attribute.of("iam_id", "a\nb"))).iamId()).isEmpty();
    }

    @Test
    void readsEveryFieldOfVersion2() {
        var policy = Json.read(Wired.POLICY_V2, Policy.class);

        assertThat(policy.id()).isEqualTo(Wired.ID);
        assertThat(policy.grant()).isEqualTo(OFFICE_HOURS);
        assertThat(policy.isActive()).isTrue();
        assertThat(policy.subject().iamId()).contains(Wired.ROBOT);
        assertThat(policy.resource().account()).contains(ACCOUNT);
        assertThat(policy.roleDetails()).singleElement().satisfies(role -> {
            assertThat(role.displayName()).contains("Reader");
            assertThat(role.actions())
                    .containsExactly(new RoleAction("container-registry.image.pull", "pull", "Pull images"));
        });
        assertThat(policy.href()).isPresent();
        assertThat(policy.createdAt()).contains(Instant.parse("2018-08-30T14:09:09.907Z"));
        assertThat(policy.createdById()).contains("IBMid-1");
        assertThat(policy.lastModifiedAt()).contains(Instant.parse("2018-08-31T14:09:09Z"));
        assertThat(policy.lastModifiedById()).contains("IBMid-2");
        assertThat(policy.lastPermitAt()).contains(Instant.parse("2018-09-01T00:00:00Z"));
        assertThat(policy.lastPermitFrequency()).contains(7L);
        assertThat(policy.template().orElseThrow().rootVersion()).contains("2");
        assertThat(policy.unknown()).isEmpty();
    }

    @Test
    void writesVersion2AsItWasRead() {
        assertThat(Json.write(Json.read(Wired.POLICY_V2, Policy.class))).isEqualTo(Wired.POLICY_V2);
    }

    @Test
    void writesVersion1AsItWasRead() {
        var policy = PolicyV1.read(JsonParser.parseString(Wired.POLICY_V1));

        assertThat(policy.grant())
                .isEqualTo(grant(VIEWER)
                        .to(Wired.ROBOT)
                        .on(allServices(ACCOUNT).tag("env", like("prod*")))
                        .because("pulls images"));
        assertThat(PolicyV1.write(policy)).hasToString(Wired.POLICY_V1);
    }

    @Test
    void aVersion1PolicyCanBeWrittenAsVersion2() {
        var policy = PolicyV1.read(JsonParser.parseString(Wired.POLICY_V1));

        var again = PolicyV2.readGrant(PolicyV2.write(policy.grant()));

        assertThat(again).isEqualTo(policy.grant());
    }

    @Test
    void version1HasNoConditions() {
        assertThatThrownBy(() -> PolicyV1.write(OFFICE_HOURS)).hasMessageContaining("no conditions");
    }

    @Test
    void aTargetSaysWhatItIsOn() {
        assertThat(keys(service("kms", ACCOUNT).instance("i1").region("eu-gb"))).isEqualTo("""
                accountId=0123456789abcdef0123456789abcdef serviceName=kms serviceInstance=i1 region=eu-gb""");
        assertThat(keys(containerRegistry(ACCOUNT).global().resourceGroup("rg1")))
                .isEqualTo("""
                accountId=0123456789abcdef0123456789abcdef serviceName=container-registry geography=global resourceGroupId=rg1""");
        assertThat(keys(containerRegistry(ACCOUNT).namespace(like("team-*")))).isEqualTo("""
                accountId=0123456789abcdef0123456789abcdef serviceName=container-registry resourceType=namespace resource=team-*""");
        assertThat(keys(iamServices(ACCOUNT))).isEqualTo("""
                accountId=0123456789abcdef0123456789abcdef service_group_id=IAM""");
        assertThat(keys(Targets.accountManagement(ACCOUNT))).isEqualTo("""
                accountId=0123456789abcdef0123456789abcdef serviceType=platform_service""");
        assertThat(keys(resourceGroup(ACCOUNT, "rg1"))).isEqualTo("""
                accountId=0123456789abcdef0123456789abcdef resourceGroupId=rg1""");
        assertThat(keys(resourceGroupItself(ACCOUNT, "rg1"))).isEqualTo("""
                accountId=0123456789abcdef0123456789abcdef resourceType=resource-group resource=rg1""");
    }

    @Test
    void aBucketIsNamedByItsInstance() {
        var store = Crn.of("cloud-object-storage", "global", ACCOUNT, "store-1", "", "");

        var bucket = Targets.bucket(store, "audit-events");

        assertThat(bucket.account()).contains(ACCOUNT);
        assertThat(bucket.value("serviceName")).contains("cloud-object-storage");
        assertThat(bucket.value("serviceInstance")).contains("store-1");
        assertThat(bucket.value("resourceType")).contains("bucket");
        assertThat(bucket.value("resource")).contains("audit-events");
        assertThatThrownBy(() -> Targets.instance(Crn.of("cloud-object-storage", "global", ACCOUNT, "", "", "")))
                .hasMessageStartingWith("no service instance: ");
        assertThatThrownBy(() -> Targets.instance(Crn.parse("crn:v1:bluemix:public:logs:eu-de::logs-1::")))
                .hasMessageStartingWith("no account owns this: ");
    }

    @Test
    void everyMatchHasItsOperator() {
        var resource = service("x", ACCOUNT)
                .attribute("a", absent())
                .attribute("b", Match.exists())
                .attribute("c", anyOf("1", "2"))
                .attribute("d", Match.likeAnyOf("1*", "?2"));

        assertThat(PolicyV2.write(grant().on(resource)).getAsJsonObject("resource"))
                .hasToString("""
                        {"attributes":[{"key":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
                        {"key":"serviceName","operator":"stringEquals","value":"x"},\
                        {"key":"a","operator":"stringExists","value":false},\
                        {"key":"b","operator":"stringExists","value":true},\
                        {"key":"c","operator":"stringEqualsAnyOf","value":["1","2"]},\
                        {"key":"d","operator":"stringMatchAnyOf","value":["1*","?2"]}]}""");
    }

    @Test
    void windowsAreWrittenAsTheServiceHasThem() {
        assertThat(condition(weeklyOn(SATURDAY, SUNDAY).at(ZoneOffset.ofHoursMinutes(5, 30))))
                .isEqualTo("""
                "time-based-conditions:weekly:all-day" \
                {"key":"{{environment.attributes.day_of_week}}","operator":"dayOfWeekAnyOf","value":["6+05:30","7+05:30"]}""");
        assertThat(condition(once(OffsetDateTime.parse("2026-12-24T18:00:00+01:00"))
                        .until(OffsetDateTime.parse("2026-12-24T20:00:00Z"))))
                .isEqualTo("""
                "time-based-conditions:once" {"operator":"and","conditions":[\
                {"key":"{{environment.attributes.current_date_time}}","operator":"dateTimeGreaterThanOrEquals","value":"2026-12-24T18:00:00+01:00"},\
                {"key":"{{environment.attributes.current_date_time}}","operator":"dateTimeLessThanOrEquals","value":"2026-12-24T20:00:00+00:00"}]}""");
        assertThat(weekly(FRIDAY, MONDAY).days()).containsExactly(FRIDAY, SATURDAY, SUNDAY, MONDAY);
    }

    @Test
    void conditionsOnTheResourceHaveTheirPattern() {
        var where = grant().where(Rule.allOf(
                Rule.resource("prefix", like("logs/*")), Rule.environment("delimiter", anyOf("", "/"))));

        assertThat(PolicyV2.write(where).get("pattern").getAsString())
                .isEqualTo("attribute-based-condition:resource:literal-and-wildcard");
        assertThat(PolicyV2.readGrant(PolicyV2.write(where)).condition()).isEqualTo(where.condition());
    }

    @Test
    void anAuthorizationNamesAService() {
        var tracker = Subject.service("atracker", ACCOUNT).attribute("serviceInstance", "i1");

        var json = PolicyV2.write(grant(OBJECT_WRITER)
                .on(service("cloud-object-storage", ACCOUNT))
                .toService(tracker));

        assertThat(json.get("type").getAsString()).isEqualTo("authorization");
        assertThat(json.get("subject")).hasToString("""
                {"attributes":[{"key":"serviceName","operator":"stringEquals","value":"atracker"},\
                {"key":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
                {"key":"serviceInstance","operator":"stringEquals","value":"i1"}]}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operator\":\"xor\",\"conditions\":[]}",
                "{\"operator\":\"and\",\"conditions\":7}",
                "{\"never\":\"seen\"}",
                "[1,2]",
                "\"text\"",
                "{\"operator\":\"and\",\"conditions\":[{\"operator\":\"or\",\"conditions\":[{\"odd\":1}]}]}",
                "{\"key\":\"{{environment.attributes.day_of_week}}\",\"operator\":\"dayOfWeekAnyOf\",\"value\":[1,2]}",
                "{\"key\":\"{{environment.attributes.day_of_week}}\",\"operator\":\"dayOfWeekEquals\",\"value\":\"3+06:00\"}",
                "{\"key\":\"k\",\"operator\":\"newOperator\",\"value\":{\"a\":[true,null]}}",
            })
    void anyRuleSurvivesARoundTrip(String rule) {
        var json = "{\"type\":\"access\",\"control\":{\"grant\":{\"roles\":[]}},\"pattern\":\"new:pattern\",\"rule\":"
                + rule + ",\"state\":\"active\"}";

        var policy = Json.read(json, Policy.class);

        assertThat(policy.unknown()).isEmpty();
        assertThat(Json.write(policy)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"p1\",\"type\":7,\"subject\":\"everybody\",\"state\":\"active\"}",
                "{\"id\":\"p1\",\"control\":{\"grant\":{\"roles\":[{\"name\":\"Reader\"}]}}}",
                "{\"id\":\"p1\",\"resource\":{\"attributes\":[{\"key\":\"accountId\"}]}}",
                "{\"id\":\"p1\",\"resource\":{\"attributes\":{}}}",
                "{\"id\":\"\",\"subject\":{\"attributes\":[5]}}",
                "{\"id\":{},\"control\":[]}",
            })
    void anOddPolicyIsKeptAsItCame(String json) {
        var policy = Json.read(json, Policy.class);

        assertThat(policy.unknown()).contains(json);
        assertThat(Json.write(policy)).isEqualTo(json);
    }

    @Test
    void whatIsNoObjectIsAPolicyOfWhichNothingIsKnown() {
        var policy = Json.read("\"surprise\"", Policy.class);

        assertThat(policy.id()).isEqualTo(PolicyId.MISSING);
        assertThat(policy.unknown()).contains("\"surprise\"");
    }

    @Test
    void aVersion1PolicyWithTwoSubjectsIsNotUnderstood() {
        var policy = PolicyV1.read(
                JsonParser.parseString(
                        "{\"id\":\"p1\",\"subjects\":[{\"attributes\":[]},{\"attributes\":[]}],\"roles\":[],\"resources\":[]}"));

        assertThat(policy.unknown()).isPresent();
    }

    @Test
    void aPlaceholderSaysThatItIsOne() {
        var policy = PolicyV1.read(JsonParser.parseString("""
                {"id":"p1","type":"access","subjects":[{"attributes":[{"name":"iam_id","value":"unsupported version"}]}],\
                "roles":[{"role_id":"crn:v1:bluemix:public:iam::::role:UnsupportedVersion","display_name":"Unsupported Version"}],\
                "resources":[{"attributes":[{"name":"accountId","value":"a1"}]}],"href":"/v2/policies/p1"}"""));

        assertThat(policy.isPlaceholder()).isTrue();
        assertThat(Json.read(Wired.POLICY_V2, Policy.class).isPlaceholder()).isFalse();
    }

    private static String keys(Target target) {
        return target.resource().attributes().stream()
                .map(attribute -> attribute.key() + "=" + attribute.value())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String condition(TimeWindow window) {
        var json = PolicyV2.write(grant().during(window));
        return json.get("pattern") + " " + json.get("rule");
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsKeptAsItCame() {
        for (var number : new String[] {"1e999999999", "1e99999999999", "-1e-999999999"}) {
            var json =
                    "{\"id\":\"p\",\"resource\":{\"attributes\":[{\"key\":\"n\",\"operator\":\"numericEquals\",\"value\":"
                            + number + "}]}}";

            var policy = Json.read(json, Policy.class);

            assertThat(policy.resource().attributes().get(0).value()).isEqualTo(new Value.Unknown(number));
            assertThat(Json.write(policy)).contains("\"value\":" + number);
        }
    }
}
