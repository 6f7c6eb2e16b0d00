// Resources, tests: every operation on service instances and their waits, as it is sent and as it is read.
package io.lanyard.resources;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.Crn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstancesTest extends Wired {

    private static final Offering LITE = Offering.plan("plan-lite").in("global");

    static final String INSTANCE = """
            {"id": "crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:g-1::",
             "guid": "g-1", "url": "/v2/resource_instances/x", "created_at": "2024-10-04T14:05:06.123Z",
             "updated_at": null, "deleted_at": null, "created_by": "IBMid-1", "updated_by": "", "deleted_by": "",
             "scheduled_reclaim_at": null, "restored_at": null, "scheduled_reclaim_by": "", "restored_by": "",
             "name": "audit-store", "region_id": "global", "account_id": "0123456789abcdef0123456789abcdef",
             "reseller_channel_id": "", "resource_plan_id": "plan-lite", "resource_group_id": "group-1",
             "resource_group_crn": "crn:v1:bluemix:public:resource-controller::a/0123::resource-group:group-1",
             "target_crn": "crn:v1:bluemix:public:globalcatalog::::deployment:d-1", "parameters": {"a": {"b": [1, null]}},
             "allow_cleanup": false, "onetime_credentials": false, "crn":
             "crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:g-1::",
             "state": "active", "type": "service_instance", "sub_type": "", "resource_id": "cos-id", "locked": true,
             "dashboard_url": "https://example.com", "last_operation": {"type": "create", "state": "in progress",
               "async": true, "description": "busy", "poll_after": 5, "cancelable": true, "poll": true},
             "resource_keys_url": "/k", "plan_history": [{"resource_plan_id": "plan-lite",
               "start_date": "2024-10-04T14:05:06.123Z", "requestor_id": "IBMid-1"}],
             "extensions": {"virtual_private_endpoints": {}, "nothing": null}}
            """;

    @Test
    void creates() {
        answers(201, INSTANCE);

        var instance = resources.instances().create("audit-store", GROUP, LITE);

        assertThat(instance.isActive()).isTrue();
        assertThat(sent()).isEqualTo("""
                POST /v2/resource_instances
                Authorization: Bearer token

                {"name":"audit-store","target":"global","resource_group":"group-1","resource_plan_id":"plan-lite"}""");
    }

    @Test
    void createsWithEverything() {
        answers(201, INSTANCE);

        resources
                .instances()
                .create(
                        "audit-store",
                        GROUP,
                        LITE,
                        i -> i.tags("audit", "env:prod")
                                .allowCleanup()
                                .parameter("service-endpoints", "private")
                                .parameter("limits", Map.of("a", 1))
                                .locked());

        assertThat(sent()).isEqualTo("""
                POST /v2/resource_instances
                Authorization: Bearer token
                Entity-Lock: true

                {"name":"audit-store","target":"global","resource_group":"group-1","resource_plan_id":"plan-lite",\
                "tags":["audit","env:prod"],"allow_cleanup":true,\
                "parameters":{"service-endpoints":"private","limits":{"a":1}}}""");
    }

    @Test
    void waitsUntilItIsMadeOneWayOrTheOther() {
        sees("Started", "provisioning", "failed");
        sees("failed", "failed", "failed");

        var instance = resources.instances().await(STORE);

        assertThat(instance.state()).isEqualTo(InstanceState.FAILED);
        assertThat(instance.isActive()).isFalse();
        assertThat(wire.getAllServeEvents()).hasSize(2);
    }

    private static void sees(String state, String told, String next) {
        wire.stubFor(any(anyUrl())
                .inScenario("making")
                .whenScenarioStateIs(state)
                .willReturn(okJson(INSTANCE.replace("\"state\": \"active\"", "\"state\": \"" + told + "\"")))
                .willSetStateTo(next));
    }

    @Test
    void readsEveryField() {
        answers(200, INSTANCE);

        var instance = resources.instances().get(STORE);

        assertThat(sent()).isEqualTo("GET /v2/resource_instances/" + STORE_SEGMENT + "\nAuthorization: Bearer token");
        assertThat(instance.id()).isEqualTo(STORE);
        assertThat(instance.guid()).isEqualTo("g-1");
        assertThat(instance.crn()).isEqualTo(Crn.parse(STORE.value()));
        assertThat(instance.name()).isEqualTo("audit-store");
        assertThat(instance.accountId()).isEqualTo(ACCOUNT);
        assertThat(instance.state()).isEqualTo(InstanceState.ACTIVE);
        assertThat(instance.regionId()).contains("global");
        assertThat(instance.resourceGroupId()).contains(GROUP);
        assertThat(instance.resourcePlanId()).contains("plan-lite");
        assertThat(instance.locked()).contains(true);
        assertThat(instance.updatedBy()).isEmpty();
        assertThat(instance.deletedAt()).isEmpty();
        assertThat(instance.createdAt()).contains(Instant.parse("2024-10-04T14:05:06.123Z"));
        assertThat(instance.parameters()).containsKey("a");
        assertThat(instance.extensions()).containsKeys("virtual_private_endpoints");
        assertThat(instance.planHistory())
                .extracting(Instance.PlanPeriod::resourcePlanId)
                .containsExactly("plan-lite");
        var operation = instance.lastOperation().orElseThrow();
        assertThat(operation.inBackground()).isTrue();
        assertThat(operation.pollAfter()).contains(5.0);
    }

    @Test
    void readsAsLittleAsTheServiceMayTell() {
        answers(200, """
                {"id": "g-1", "guid": "g-1", "name": "n", "account_id": "0123", "state": "brand_new",
                 "crn": "crn:v1:bluemix:public:logs:eu-de:a/0123:g-1::"}""");

        var instance = resources.instances().get(InstanceId.of("g-1"));

        assertThat(instance.state()).isEqualTo(InstanceState.of("brand_new"));
        assertThat(instance.isActive()).isFalse();
        assertThat(instance.lastOperation()).isEmpty();
    }

    @Test
    void listsPageByPage() {
        wire.stubFor(get(urlPathEqualTo("/v2/resource_instances"))
                .withQueryParam("start", absent())
                .willReturn(okJson("{\"rows_count\": 1, \"next_url\": \"/v2/resource_instances?start=abc&limit=1\","
                        + " \"resources\": [" + INSTANCE + "]}")));
        wire.stubFor(get(urlPathEqualTo("/v2/resource_instances"))
                .withQueryParam("start", equalTo("abc"))
                .willReturn(okJson("{\"rows_count\": 1, \"next_url\": null, \"resources\": ["
                        + INSTANCE.replace("audit-store", "other") + "]}")));

        var names = resources.instances().list().stream().map(Instance::name).toList();

        assertThat(names).isEqualTo(List.of("audit-store", "other"));
    }

    @Test
    void listsByWhatIsAsked() {
        answers(200, "{\"rows_count\": 0, \"next_url\": null, \"resources\": []}");

        var found = resources
                .instances()
                .list(q -> q.guid("g-1")
                        .name("audit-store")
                        .in(GROUP)
                        .service("cos-id")
                        .plan("plan-lite")
                        .type("service_instance")
                        .subType("x")
                        .state(InstanceState.PENDING_RECLAMATION)
                        .changedBetween(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"))
                        .pageSize(50));

        assertThat(found).isEmpty();
        assertThat(sent())
                .startsWith("GET /v2/resource_instances?guid=g-1&name=audit-store&resource_group_id=group-1"
                        + "&resource_id=cos-id&resource_plan_id=plan-lite&type=service_instance&sub_type=x"
                        + "&state=pending_reclamation&updated_from=2026-01-01T00%3A00%3A00Z"
                        + "&updated_to=2026-02-01T00%3A00%3A00Z&limit=50\n");
    }

    @Test
    void changesOnlyWhatIsSaid() {
        answers(200, INSTANCE);

        resources.instances().update(STORE, c -> c.name("other"));

        assertThat(sent())
                .isEqualTo("PATCH /v2/resource_instances/" + STORE_SEGMENT
                        + "\nAuthorization: Bearer token\n\n{\"name\":\"other\"}");

        resources
                .instances()
                .update(STORE, c -> c.plan("plan-standard").parameter("a", true).allowCleanup(false));

        assertThat(sent())
                .endsWith(
                        "{\"parameters\":{\"a\":true},\"resource_plan_id\":\"plan-standard\",\"allow_cleanup\":false}");
    }

    @Test
    void deletesAloneOrWithItsKeys() {
        answersNothing(204);

        resources.instances().delete(STORE);

        assertThat(sent())
                .isEqualTo("DELETE /v2/resource_instances/" + STORE_SEGMENT + "\nAuthorization: Bearer token");

        answersNothing(202);
        resources.instances().deleteWithKeys(STORE);

        assertThat(sent()).startsWith("DELETE /v2/resource_instances/" + STORE_SEGMENT + "?recursive=true\n");
    }

    @Test
    void locksUnlocksAndCancels() {
        answers(200, INSTANCE);
        var path = "/v2/resource_instances/" + STORE_SEGMENT;

        resources.instances().lock(STORE);
        assertThat(sent()).isEqualTo("POST " + path + "/lock\nAuthorization: Bearer token");

        resources.instances().unlock(STORE);
        assertThat(sent()).isEqualTo("DELETE " + path + "/lock\nAuthorization: Bearer token");

        resources.instances().cancelLastOperation(STORE);
        assertThat(sent()).isEqualTo("DELETE " + path + "/last_operation\nAuthorization: Bearer token");
    }

    @Test
    void tellsWhatWaitsForItsEnd() {
        answers(200, """
                {"resources": [{"id": "w-1", "entity_id": "g-1", "entity_type_id": "t", "entity_crn":
                 "crn:v1:bluemix:public:cloud-object-storage:global:a/0123:g-1::", "resource_instance_id": "g-1",
                 "resource_group_id": "group-1", "account_id": "0123456789abcdef0123456789abcdef", "policy_id": "p-1",
                 "state": "SCHEDULED", "target_time": "2024-10-11T14:05:06.123Z", "custom_properties": {"a": "b"},
                 "created_at": "2024-10-04T14:05:06.123Z", "created_by": "IBMid-1"}]}""");

        var waiting = resources
                .reclamations()
                .list(q -> q.of(ACCOUNT).of(InstanceId.of("g-1")).in(GROUP));

        assertThat(sent()).isEqualTo("""
                GET /v1/reclamations?account_id=0123456789abcdef0123456789abcdef&resource_instance_id=g-1&resource_group_id=group-1
                Authorization: Bearer token""");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).state()).contains("SCHEDULED");
        assertThat(waiting.get(0).targetTime()).contains(Instant.parse("2024-10-11T14:05:06.123Z"));
    }

    @Test
    void endsAWaitEitherWay() {
        answers(200, "{\"id\": \"w-1\"}");

        resources.reclamations().restore(ReclamationId.of("w-1"), "still needed");

        assertThat(sent()).isEqualTo("""
                POST /v1/reclamations/w-1/actions/restore
                Authorization: Bearer token

                {"comment":"still needed"}""");

        resources.reclamations().reclaim(ReclamationId.of("w-1"), "no longer needed");

        assertThat(sent()).startsWith("POST /v1/reclamations/w-1/actions/reclaim\n");
    }
}
