// Room: sandbox / routing, tests. What the tests of this room have in common.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.SandboxAccount;

/** An account whose owner sets routing up. */
record RoutingScene(SandboxAccount account, Actor owner) {
    static final String TARGETS = "/api/v2/targets";
    static final String ROUTES = "/api/v2/routes";
    static final String SETTINGS = "/api/v2/settings";
    static final String GUID = "11111111-2222-4333-8444-555555555555";
    static final String OBJECT_WRITER = "crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectWriter";
    static final String WRITER = "crn:v1:bluemix:public:iam::::serviceRole:Writer";
    static final String SENDER = "crn:v1:bluemix:public:logs::::serviceRole:Sender";

    String id() {
        return account.id().value();
    }

    String crn(String service) {
        return "crn:v1:bluemix:public:" + service + ":us-south:a/" + id() + ":" + GUID + "::";
    }

    JsonObject bucket(String name) {
        return json(
                "name",
                "to " + name,
                "target_type",
                "cloud_object_storage",
                "cos_endpoint",
                json(
                        "endpoint",
                        "s3.private.us-south.cloud-object-storage.appdomain.cloud",
                        "target_crn",
                        crn("cloud-object-storage"),
                        "bucket",
                        name,
                        "service_to_service_enabled",
                        true));
    }

    JsonObject topic(String name) {
        return json(
                "name",
                "to " + name,
                "target_type",
                "event_streams",
                "eventstreams_endpoint",
                json(
                        "target_crn",
                        crn("messagehub"),
                        "brokers",
                        array("broker-0.example.com:9093"),
                        "topic",
                        name,
                        "service_to_service_enabled",
                        true));
    }

    JsonObject logs() {
        return json(
                "name", "to logs", "target_type", "cloud_logs", "cloudlogs_endpoint", json("target_crn", crn("logs")));
    }

    /** Lets event routing of this account act on a service of this account. */
    String authorize(String service, String role) {
        return authorize(service, role, id());
    }

    /** Lets event routing of some account act on a service of this account. */
    String authorize(String service, String role, String source) {
        var answer = owner.post(
                "/v1/policies",
                json(
                        "type",
                        "authorization",
                        "subjects",
                        array(json(
                                "attributes",
                                array(
                                        json("name", "serviceName", "value", "atracker"),
                                        json("name", "accountId", "value", source)))),
                        "roles",
                        array(json("role_id", role)),
                        "resources",
                        array(json(
                                "attributes",
                                array(
                                        json("name", "accountId", "value", id()),
                                        json("name", "serviceName", "value", service))))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "id");
    }

    /** Makes a target and returns its id. */
    String target(JsonObject body) {
        var answer = owner.post(TARGETS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "id");
    }

    /** Makes a route of rules and returns its id. */
    String route(JsonObject... rules) {
        var answer = owner.post(ROUTES, json("name", "a route", "rules", array((Object[]) rules)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "id");
    }

    static JsonObject rule(String location, String... targets) {
        return json("locations", array(location), "target_ids", array((Object[]) targets));
    }

    Http.Answer settings(Object... namesAndValues) {
        var body = json(namesAndValues);
        if (!body.has("metadata_region_primary")) {
            body.addProperty("metadata_region_primary", "us-south");
        }
        if (!body.has("private_api_endpoint_only")) {
            body.addProperty("private_api_endpoint_only", false);
        }
        return owner.send("PUT", SETTINGS, body.toString());
    }

    /** Has everything delivered, and returns the counts of a target. */
    JsonObject flushed(String target) {
        var answer = Http.send("POST", owner.sandbox().url() + "/sandbox/v1/events/flush?account_id=" + id(), "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("complete").getAsBoolean()).isTrue();
        for (var counts : answer.json().getAsJsonArray("targets")) {
            if (counts.getAsJsonObject().get("target_id").getAsString().equals(target)) {
                return counts.getAsJsonObject();
            }
        }
        throw new AssertionError("no target " + target + " in " + answer.text());
    }
}
