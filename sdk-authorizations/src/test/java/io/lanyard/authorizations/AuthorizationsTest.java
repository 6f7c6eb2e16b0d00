// Authorizations, tests: what is created, to the letter, and what is read, listed and deleted.
package io.lanyard.authorizations;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.lanyard.authorizations.Allowance.allow;
import static io.lanyard.authorizations.Destinations.bucket;
import static io.lanyard.authorizations.Source.ACTIVITY_TRACKER;
import static io.lanyard.policy.RoleId.AUTHORIZATION_DELEGATOR;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.contracts.SentRequest;
import io.lanyard.core.Crn;
import io.lanyard.policy.PolicyConflictException;
import io.lanyard.policy.Targets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizationsTest extends Wired {

    private static final String ATTRIBUTE = "{\"name\":\"%s\",\"operator\":\"stringEquals\",\"value\":\"%s\"}";

    @Test
    void letsActivityTrackerWriteIntoOneBucket() {
        answers(201, AUTHORIZATION);

        var created = authorizations.create(allow(ACTIVITY_TRACKER)
                .toAct(OBJECT_WRITER)
                .on(bucket(STORE, "audit-logs"))
                .because("audit trail"));

        assertThat(created.id()).isEqualTo(ID);
        assertThat(created.companions()).isEmpty();
        assertThat(sent()).isEqualTo("""
                POST /v1/policies
                Authorization: Bearer token

                {"type":"authorization","description":"audit trail",\
                "subjects":[{"attributes":[{"name":"serviceName","value":"atracker"},\
                {"name":"accountId","value":"0123456789abcdef0123456789abcdef"}]}],\
                "roles":[{"role_id":"crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectWriter"}],\
                "resources":[{"attributes":[\
                {"name":"accountId","operator":"stringEquals","value":"0123456789abcdef0123456789abcdef"},\
                {"name":"serviceName","operator":"stringEquals","value":"cloud-object-storage"},\
                {"name":"serviceInstance","operator":"stringEquals","value":"store-1"},\
                {"name":"resourceType","operator":"stringEquals","value":"bucket"},\
                {"name":"resource","operator":"stringEquals","value":"audit-logs"}]}]}""");
    }

    @Test
    void letsActivityTrackerOfAnotherAccountIn() {
        answers(201, AUTHORIZATION);

        authorizations.create(ActivityTracker.toBucket(STORE, "audit-logs").from(THEIRS));

        assertThat(sent())
                .contains("\"subjects\":[{\"attributes\":[{\"name\":\"serviceName\",\"value\":\"atracker\"},"
                        + "{\"name\":\"accountId\",\"value\":\"fedcba9876543210fedcba9876543210\"}]}]")
                .contains("\"resources\":[{\"attributes\":[" + ATTRIBUTE.formatted("accountId", OURS));
    }

    @Test
    void knowsTheThreeGuides() {
        assertThat(sentFor(ActivityTracker.toObjectStorage(STORE)))
                .contains(":ObjectWriter\"", ATTRIBUTE.formatted("serviceInstance", "store-1"))
                .doesNotContain("resourceType");
        assertThat(sentFor(ActivityTracker.toObjectStorage(OURS)))
                .contains(ATTRIBUTE.formatted("serviceName", "cloud-object-storage"))
                .doesNotContain("serviceInstance");
        assertThat(sentFor(ActivityTracker.toEventStreams(STREAMS)))
                .contains(":Writer\"", ATTRIBUTE.formatted("serviceName", "messagehub"))
                .contains(ATTRIBUTE.formatted("serviceInstance", "streams-1"));
        assertThat(sentFor(ActivityTracker.toEventStreams(OURS))).doesNotContain("serviceInstance");
        assertThat(sentFor(ActivityTracker.toCloudLogs(LOGS)))
                .contains(":Sender\"", ATTRIBUTE.formatted("serviceName", "logs"))
                .contains(ATTRIBUTE.formatted("serviceInstance", "logs-1"));
        assertThat(sentFor(ActivityTracker.toCloudLogs(OURS))).doesNotContain("serviceInstance");
    }

    @Test
    void seesToTheClusterWhenOnlyATopicIsAllowed() {
        answers(201, AUTHORIZATION);

        var created = authorizations.create(ActivityTracker.toTopic(STREAMS, "audit"));

        assertThat(created.companions()).hasSize(1);
        var requests = SentRequest.all(wire);
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0))
                .contains(
                        ":Writer\"",
                        ATTRIBUTE.formatted("resourceType", "topic"),
                        ATTRIBUTE.formatted("resource", "audit"));
        assertThat(requests.get(1))
                .contains(":Reader\"")
                .endsWith(ATTRIBUTE.formatted("serviceInstance", "streams-1") + ","
                        + ATTRIBUTE.formatted("resourceType", "cluster") + "]}]}");
    }

    @Test
    void seesToTheClusterHoweverTheTopicWasNamed() {
        var byHand = Targets.service("messagehub", OURS).instance("streams-1").resource("topic", "audit");

        assertThat(allow(ACTIVITY_TRACKER.in(THEIRS)).toAct(READER).on(byHand).companions())
                .singleElement()
                .satisfies(companion -> {
                    assertThat(companion.source().account()).contains(THEIRS);
                    assertThat(companion.resource()).isEqualTo(Destinations.cluster(STREAMS));
                    assertThat(companion.companions()).isEmpty();
                });
    }

    @Test
    void namesSourcesInAllTheirScopes() {
        var instance = Source.instance(Crn.of("cloud-object-storage", "global", THEIRS, "store-9", "", ""));

        assertThat(instance.service()).contains("cloud-object-storage");
        assertThat(instance.instance()).contains("store-9");
        assertThat(instance.account()).contains(THEIRS);
        assertThat(Source.everythingIn("group-1").resourceGroup()).contains("group-1");
        assertThat(Source.everythingIn("group-1").service()).isEmpty();
        assertThat(subjectSentFor(Source.service("is")
                        .inResourceGroup("group-1")
                        .inRegion("eu-de")
                        .resource("share", "s-1")))
                .isEqualTo(
                        "{\"name\":\"serviceName\",\"value\":\"is\"},{\"name\":\"resourceGroupId\",\"value\":\"group-1\"},"
                                + "{\"name\":\"region\",\"value\":\"eu-de\"},{\"name\":\"resourceType\",\"value\":\"share\"},"
                                + "{\"name\":\"resource\",\"value\":\"s-1\"},{\"name\":\"accountId\",\"value\":\""
                                + OURS + "\"}");
    }

    @Test
    void takesSourcesFromAnEnterpriseWithVersionTwo() {
        answers(201, AUTHORIZATION_V2);

        authorizations.create(
                allow(Source.CLOUD_LOGS.inEnterprise("ent-1")).toAct(SENDER).on(Destinations.instance(LOGS)));

        assertThat(sent())
                .startsWith("POST /v2/policies\n")
                .contains(
                        "\"subject\":{\"attributes\":[{\"key\":\"serviceName\",\"operator\":\"stringEquals\",\"value\":\"logs\"},"
                                + "{\"key\":\"enterpriseId\",\"operator\":\"stringEquals\",\"value\":\"ent-1\"}]}");

        authorizations.create(allow(Source.CLOUD_LOGS.inEnterprise("ent-1").inAccountGroup("ag-1"))
                .toAct(SENDER)
                .on(Destinations.instance(LOGS)));

        assertThat(sent()).contains("\"AccountGroupId\"").doesNotContain("enterpriseId", "accountId\",\"value\":\"ent");
    }

    @Test
    void letsTheSourcePassItOn() {
        assertThat(sentFor(ActivityTracker.toBucket(STORE, "audit-logs").delegable()))
                .contains(
                        "\"roles\":[{\"role_id\":\"crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectWriter\"},"
                                + "{\"role_id\":\"crn:v1:bluemix:public:iam::::serviceRole:AuthorizationDelegator\"}]");
    }

    @Test
    void mayPassItOnWhereverInTheSentenceThatIsSaid() {
        var early = allow(ACTIVITY_TRACKER).delegable().toAct(OBJECT_WRITER).on(bucket(STORE, "b"));

        assertThat(early.roles()).containsExactly(OBJECT_WRITER, AUTHORIZATION_DELEGATOR);
        assertThat(early.delegable()).isEqualTo(early);
        assertThat(early.toAct(READER).roles()).containsExactly(READER, AUTHORIZATION_DELEGATOR);
    }

    @Test
    void namesTargetsInAllTheirScopes() {
        assertThat(Destinations.service("logs", OURS).value("serviceInstance")).isEmpty();
        assertThat(Destinations.instance(STREAMS).resourceType("topic").attributes())
                .isEqualTo(Targets.service("messagehub", OURS)
                        .instance("streams-1")
                        .attribute("resourceType", "topic")
                        .attributes());
        assertThat(Destinations.resource(STORE, "bucket", "b")).isEqualTo(bucket(STORE, "b"));
    }

    @Test
    void takesTheGuidOfAnInstanceThatIsNamedByItsCrn() {
        assertThat(Source.service("logs").instance(LOGS.value()).instance()).contains("logs-1");
        assertThat(Targets.service("logs", OURS).instance(LOGS.value())).isEqualTo(Destinations.instance(LOGS));
    }

    @Test
    void doesNotMakeAnInstanceOfWhatIsOnlyPartOfOne() {
        var audit = Crn.of("cloud-object-storage", "global", OURS, "store-1", "bucket", "audit-logs");
        var tracker = Crn.of("atracker", "us-south", OURS, "", "", "");

        assertThatThrownBy(() -> Destinations.instance(audit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a bucket in an instance, not the instance");
        assertThatThrownBy(() -> Source.instance(audit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Source.instance(tracker)).hasMessageContaining("no service instance");
    }

    @Test
    void readsTheTermsOfTheGuides() {
        answers(200, AUTHORIZATION_V2);

        var read = authorizations.get(ID);

        assertThat(sent()).isEqualTo("GET /v2/policies/" + ID + "\nAuthorization: Bearer token");
        assertThat(read.source().service()).contains("atracker");
        assertThat(read.source().account()).contains(OURS);
        assertThat(read.source().instance()).isEmpty();
        assertThat(read.source().enterprise()).isEmpty();
        assertThat(read.resource().value("resource")).contains("audit-logs");
        assertThat(read.isDelegable()).isTrue();
        assertThat(read.isActive()).isTrue();
        assertThat(read.description()).contains("audit trail");
        assertThat(read.roles()).hasSize(2);
    }

    @Test
    void listsAuthorizationsAlone() {
        answers(
                200,
                "{\"limit\": 10, \"policies\": [" + AUTHORIZATION_V2
                        + ", {\"type\": \"authorization\", \"id\": \"odd\"}]}");

        var all = authorizations.list(OURS, q -> q.serviceName("cloud-object-storage")).stream()
                .toList();

        assertThat(sent()).isEqualTo("""
                GET /v2/policies?account_id=0123456789abcdef0123456789abcdef&type=authorization&service_name=cloud-object-storage
                Authorization: Bearer token""");
        assertThat(all).extracting(a -> a.id().value()).isEqualTo(List.of(ID.value(), "odd"));
        assertThat(authorizations.list(OURS)).hasSize(2);
    }

    @Test
    void deletes() {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

        authorizations.delete(ID);

        assertThat(sent()).isEqualTo("DELETE /v2/policies/" + ID + "\nAuthorization: Bearer token");
    }

    @Test
    void refusesHalfASentence() {
        assertThatThrownBy(() -> authorizations.create(allow(ACTIVITY_TRACKER).on(Destinations.instance(STORE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toAct");
        assertThatThrownBy(() -> authorizations.create(allow(ACTIVITY_TRACKER).toAct(SENDER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("on(..)");
        assertThatThrownBy(() -> Destinations.instance(Crn.of("logs", "eu-de", OURS, "", "", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Destinations.instance(Crn.parse("crn:v1:bluemix:public:logs:eu-de::logs-1::")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no account");
        assertThat(wire.getAllServeEvents()).isEmpty();
    }

    @Test
    void carriesTheOneThatIsInTheWay() {
        answers(409, EnsureTest.conflictWith(AUTHORIZATION));

        assertThatThrownBy(() -> authorizations.create(ActivityTracker.toBucket(STORE, "audit-logs")))
                .isInstanceOfSatisfying(
                        PolicyConflictException.class,
                        conflict -> assertThat(conflict.existing().id()).isEqualTo(ID));
    }

    private String sentFor(Allowance allowance) {
        answers(201, AUTHORIZATION);
        authorizations.create(allowance);
        return sent();
    }

    private String subjectSentFor(Source source) {
        var body = sentFor(allow(source).toAct(READER).on(Destinations.instance(STORE)));
        return body.substring(
                body.indexOf("\"subjects\":[{\"attributes\":[") + "\"subjects\":[{\"attributes\":[".length(),
                body.indexOf("]}],\"roles\""));
    }
}
