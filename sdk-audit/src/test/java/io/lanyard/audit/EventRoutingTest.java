// Audit, tests: every operation of event routing, as it is sent and as it is read.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.Crn;
import io.lanyard.core.DecodeException;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.Secret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRoutingTest extends Wired {

    private static final TargetId ID = TargetId.of("t-1");
    private static final RouteId ROUTE_ID = RouteId.of("r-1");
    private static final Sink BUCKET = Sink.bucket(STORE, "audit-logs", "s3.us-south.example.com");

    private static final String TARGET = """
            {"id": "t-1", "name": "audit", "crn": "crn:v1:bluemix:public:atracker:us-south:a/0123:u-1:target:t-1",
             "target_type": "cloud_object_storage", "region": "us-south",
             "cos_endpoint": {"endpoint": "s3.us-south.example.com",
               "target_crn": "crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:store-1::",
               "bucket": "audit-logs", "service_to_service_enabled": true},
             "write_status": {"status": "failed", "last_failure": "2026-07-01T10:00:00.000Z",
               "reason_for_last_failure": "Provided API key could not be found"},
             "created_at": "2026-06-01T10:00:00.000Z", "updated_at": "2026-06-02T10:00:00.000Z", "message": "mind this",
             "api_version": 2, "managed_by": "account"}
            """;

    private static final String ROUTE = """
            {"id": "r-1", "name": "all", "crn": "crn:v1:bluemix:public:atracker:global:a/0123:u-1:route:r-1", "version": 3,
             "rules": [{"target_ids": ["t-1"], "locations": ["global", "eu-de"]}, {"target_ids": [], "locations": ["*"]}],
             "created_at": "2026-06-01T10:00:00.000Z", "updated_at": "2026-06-02T10:00:00.000Z", "api_version": 2,
             "message": "m", "managed_by": "enterprise"}
            """;

    private static final String SETTINGS = """
            {"default_targets": ["t-1"], "permitted_target_regions": ["us-south", "eu-gb"],
             "metadata_region_primary": "us-south", "metadata_region_backup": "eu-de", "private_api_endpoint_only": false,
             "api_version": 2, "message": "m"}
            """;

    private EventRouting routing() {
        return audit.routing(Region.US_SOUTH);
    }

    @Test
    void createsATargetForABucket() {
        answers(201, TARGET);

        routing().targets().create("audit", BUCKET);

        assertThat(sent()).isEqualTo("""
                POST /api/v2/targets
                Authorization: Bearer token

                {"name":"audit","target_type":"cloud_object_storage","cos_endpoint":{"endpoint":"s3.us-south.example.com",\
                "target_crn":"crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:store-1::",\
                "bucket":"audit-logs","service_to_service_enabled":true},"region":"us-south"}""");
    }

    @Test
    void createsTargetsOfEveryOtherKind() {
        answers(201, TARGET);

        routing().targets().create("t", Sink.topic(STREAMS, "audit", "b1:9093", "b2:9093"));

        assertThat(sentBody()).isEqualTo("""
                {"name":"t","target_type":"event_streams","eventstreams_endpoint":{\
                "target_crn":"crn:v1:bluemix:public:messagehub:us-south:a/0123456789abcdef0123456789abcdef:streams-1::",\
                "brokers":["b1:9093","b2:9093"],"topic":"audit","service_to_service_enabled":true},"region":"us-south"}""");

        routing()
                .targets()
                .create("l", Sink.logs(LOGS), t -> t.region(Region.CA_MON).managedByEnterprise());

        assertThat(sentBody()).isEqualTo("""
                {"name":"l","target_type":"cloud_logs","cloudlogs_endpoint":{\
                "target_crn":"crn:v1:bluemix:public:logs:eu-de:a/0123456789abcdef0123456789abcdef:logs-1::"},\
                "region":"ca-mon","managed_by":"enterprise"}""");

        routing().targets().create("a", Sink.appConfiguration(Crn.of("apprapp", "eu-de", OURS, "app-1", "", "")));

        assertThat(sentBody()).isEqualTo("""
                {"name":"a","target_type":"app_config","appconfig_endpoint":{\
                "target_crn":"crn:v1:bluemix:public:apprapp:eu-de:a/0123456789abcdef0123456789abcdef:app-1::"},"region":"us-south"}""");
    }

    @Test
    void writesWithKeysAndNeverPrintsThem() {
        answers(201, TARGET);
        var key = Secret.of("the-secret-value");
        var bucket = Sink.bucket(STORE, "audit-logs", "s3.example.com").with(key);
        var topic = Sink.topic(STREAMS, "audit", "b1:9093").with(key);

        routing().targets().create("b", bucket);
        assertThat(sentBody()).contains("\"api_key\":\"the-secret-value\",\"service_to_service_enabled\":false");

        routing().targets().create("t", topic);
        assertThat(sentBody()).contains("\"api_key\":\"the-secret-value\",\"service_to_service_enabled\":false");

        assertThat(bucket + " " + topic).doesNotContain("the-secret-value");
    }

    @Test
    void readsATargetInFull() {
        answers(200, TARGET);

        var target = routing().targets().get(ID);

        assertThat(sent()).isEqualTo("GET /api/v2/targets/t-1\nAuthorization: Bearer token");
        assertThat(target.id()).isEqualTo(ID);
        assertThat(target.name()).isEqualTo("audit");
        assertThat(target.crn().resource()).isEqualTo("t-1");
        assertThat(target.targetType()).isEqualTo(TargetType.OBJECT_STORAGE);
        assertThat(target.region()).contains(Region.US_SOUTH);
        assertThat(target.sink()).contains(BUCKET);
        assertThat(target.isWritable()).isFalse();
        assertThat(target.writeStatus().reasonForLastFailure()).contains("Provided API key could not be found");
        assertThat(target.writeStatus().lastFailure()).contains(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(target.createdAt()).isEqualTo("2026-06-01T10:00:00Z");
        assertThat(target.updatedAt()).isEqualTo("2026-06-02T10:00:00Z");
        assertThat(target.message()).contains("mind this");
        assertThat(target.apiVersion()).contains(2);
        assertThat(target.managedBy()).contains("account");
    }

    @Test
    void readsTargetsOfKindsThatAreNewerThanWeAre() {
        answers(
                200,
                "{\"targets\": ["
                        + TARGET.replace("cloud_object_storage", "carrier_pigeon")
                                .replace("cos_endpoint", "coop") + "," + TARGET.replace("\"failed\"", "\"success\"")
                        + "]}");

        var targets = routing().targets().list();

        assertThat(sent()).isEqualTo("GET /api/v2/targets\nAuthorization: Bearer token");
        assertThat(targets.get(0).targetType()).isEqualTo(TargetType.of("carrier_pigeon"));
        assertThat(targets.get(0).sink()).isEmpty();
        assertThat(targets.get(1).isWritable()).isTrue();
    }

    @Test
    void readsEachKindOfPlace() {
        var place = "\"cos_endpoint\": \\{[^}]*}";
        answers(200, TARGET.replaceFirst(place, "\"cloudlogs_endpoint\": {\"target_crn\": \"" + LOGS + "\"}"));
        assertThat(routing().targets().get(ID).sink()).contains(Sink.logs(LOGS));

        answers(200, TARGET.replaceFirst(place, "\"appconfig_endpoint\": {\"target_crn\": \"" + LOGS + "\"}"));
        assertThat(routing().targets().get(ID).sink()).contains(Sink.appConfiguration(LOGS));

        answers(
                200,
                TARGET.replaceFirst(
                        place,
                        "\"eventstreams_endpoint\": {\"target_crn\": \"" + STREAMS
                                + "\", \"brokers\": [\"b:1\"], \"topic\": \"audit\", \"service_to_service_enabled\": true}"));
        assertThat(routing().targets().get(ID).sink()).contains(Sink.topic(STREAMS, "audit", "b:1"));
    }

    @Test
    void listsTheTargetsOfARegion() {
        answers(200, "{\"targets\": []}");

        assertThat(routing().targets().list(Region.EU_DE)).isEmpty();
        assertThat(sent()).startsWith("GET /api/v2/targets?region=eu-de\n");
    }

    @Test
    void replacesATargetAndNamesNoType() {
        answers(200, TARGET);

        routing().targets().replace(ID, "audit-2", BUCKET);

        assertThat(sent()).startsWith("PUT /api/v2/targets/t-1\n").contains("{\"name\":\"audit-2\",\"cos_endpoint\":{");
    }

    @Test
    void validatesATarget() {
        answers(200, TARGET);

        assertThat(routing().targets().validate(ID).isWritable()).isFalse();
        assertThat(sent()).isEqualTo("POST /api/v2/targets/t-1/validate\nAuthorization: Bearer token");
    }

    @Test
    void deletesATargetAndPassesOnWhatIsSaidAboutIt() {
        answers(
                200,
                "{\"status_code\": 200, \"trace\": \"tr-1\", \"warnings\": [{\"code\": \"c\", \"message\": \"still used\"}]}");

        var said = routing().targets().delete(ID);

        assertThat(sent()).isEqualTo("DELETE /api/v2/targets/t-1\nAuthorization: Bearer token");
        assertThat(said.warnings()).extracting(Warnings.Warning::message).containsExactly("still used");
        assertThat(said.trace()).contains("tr-1");

        answers(200, "{}");
        assertThat(routing().targets().delete(ID).warnings()).isEmpty();

        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        assertThat(routing().targets().delete(ID)).isEqualTo(Warnings.NONE);
    }

    @Test
    void tellsWhyAWriteTestFailed() {
        answers(400, """
                {"trace": "tr-1", "errors": [{"code": "cos_write_test_failed", "message":
                 "Your request to test a target has failed because the target details are not valid."}]}""");

        assertThatThrownBy(() -> routing().targets().create("audit", BUCKET))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("createTarget")
                .hasMessageContaining("cos_write_test_failed")
                .hasMessageContaining("target details are not valid");
    }

    @Test
    void createsRoutes() {
        answers(201, ROUTE);

        routing()
                .routes()
                .create(
                        "all",
                        Rule.of(Location.GLOBAL, Location.EU_DE).to(ID, TargetId.of("t-2")),
                        Rule.of(Location.ALL));

        assertThat(sent()).isEqualTo("""
                POST /api/v2/routes
                Authorization: Bearer token

                {"name":"all","rules":[{"target_ids":["t-1","t-2"],"locations":["global","eu-de"]},\
                {"target_ids":[],"locations":["*"]}]}""");

        routing().routes().createForEnterprise("all", Rule.of(Location.ALL).to(ID));

        assertThat(sentBody()).endsWith("\"managed_by\":\"enterprise\"}");
    }

    @Test
    void readsRoutesInFull() {
        answers(200, ROUTE);

        var route = routing().routes().get(ROUTE_ID);

        assertThat(sent()).isEqualTo("GET /api/v2/routes/r-1\nAuthorization: Bearer token");
        assertThat(route.version()).contains(3L);
        assertThat(route.rules())
                .isEqualTo(List.of(Rule.of(Location.GLOBAL, Location.EU_DE).to(ID), Rule.of(Location.ALL)));
        assertThat(route.rules()).extracting(Rule::drops).containsExactly(false, true);
        assertThat(route.managedBy()).contains("enterprise");

        answers(200, "{\"routes\": [" + ROUTE + "]}");
        assertThat(routing().routes().list()).containsExactly(route);
        assertThat(sent()).isEqualTo("GET /api/v2/routes\nAuthorization: Bearer token");
    }

    @Test
    void replacesAndDeletesRoutes() {
        answers(200, ROUTE);

        routing().routes().replace(ROUTE_ID, "other", Rule.of(Location.ALL).to(ID));

        assertThat(sent()).isEqualTo("""
                PUT /api/v2/routes/r-1
                Authorization: Bearer token

                {"name":"other","rules":[{"target_ids":["t-1"],"locations":["*"]}]}""");

        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        routing().routes().delete(ROUTE_ID);

        assertThat(sent()).isEqualTo("DELETE /api/v2/routes/r-1\nAuthorization: Bearer token");
    }

    @Test
    void readsAndChangesSettings() {
        answers(200, SETTINGS);

        var settings = routing().settings().get();

        assertThat(sent()).isEqualTo("GET /api/v2/settings\nAuthorization: Bearer token");
        assertThat(settings.defaultTargets()).containsExactly(ID);
        assertThat(settings.permittedTargetRegions()).containsExactly(Region.US_SOUTH, Region.EU_GB);
        assertThat(settings.metadataRegionBackup()).contains(Region.EU_DE);

        routing().settings().update(s -> s.withDefaultTargets().withPrivateApiEndpointOnly(true));

        assertThat(sent()).isEqualTo("""
                PUT /api/v2/settings
                Authorization: Bearer token

                {"metadata_region_primary":"us-south","private_api_endpoint_only":true,"default_targets":[],\
                "permitted_target_regions":["us-south","eu-gb"],"metadata_region_backup":"eu-de"}""");
    }

    @Test
    void replacesSettings() {
        answers(201, SETTINGS);

        routing()
                .settings()
                .replace(RoutingSettings.in(Region.EU_DE)
                        .withDefaultTargets(ID)
                        .withPermittedTargetRegions(Region.EU_DE)
                        .withMetadataRegions(Region.EU_DE, Region.EU_ES));

        assertThat(sentBody()).isEqualTo("""
                {"metadata_region_primary":"eu-de","private_api_endpoint_only":false,"default_targets":["t-1"],\
                "permitted_target_regions":["eu-de"],"metadata_region_backup":"eu-es"}""");

        routing().settings().replace(RoutingSettings.in(Region.EU_DE));

        assertThat(sentBody()).doesNotContain("backup");
    }

    @Test
    void saysWhatIsMissingInAnOddAnswer() {
        answers(200, "{\"id\": \"t-1\"}");

        assertThatThrownBy(() -> routing().targets().get(ID))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("lacks");
    }

    @Test
    void aRegionIsPartOfAHostAndNothingElse() {
        assertThatThrownBy(() -> audit.routing(Region.of("us.evil.example#")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
