// Room: sandbox / routing. How targets, routes and settings are shown.
package io.lanyard.sandbox.services.routing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes them as the API does, without keys; and the counts of targets as the control API does. */
final class RoutingViews {
    private static final int API_VERSION = 2;

    private RoutingViews() {}

    static JsonObject target(TargetEntry target, Tally tally) {
        var view = new JsonObject();
        view.addProperty("id", target.id());
        view.addProperty("name", target.name());
        view.addProperty("crn", target.crn());
        view.addProperty("target_type", target.sink().type().word());
        view.addProperty("region", target.region());
        view.add(target.sink().type().field(), sink(target.sink()));
        view.add("write_status", writeStatus(tally));
        view.addProperty("created_at", target.created().toString());
        view.addProperty("updated_at", target.updated().toString());
        view.addProperty("api_version", API_VERSION);
        view.addProperty("managed_by", "account");
        return view;
    }

    private static JsonObject sink(Sink sink) {
        var view = new JsonObject();
        if (sink instanceof Sink.Bucket bucket) {
            view.addProperty("endpoint", bucket.endpoint());
        }
        view.addProperty("target_crn", sink.crn());
        if (sink instanceof Sink.Bucket bucket) {
            view.addProperty("bucket", bucket.bucket());
            view.addProperty("service_to_service_enabled", bucket.apiKey().isEmpty());
        } else if (sink instanceof Sink.Topic topic) {
            view.add("brokers", array(topic.brokers()));
            view.addProperty("topic", topic.topic());
            view.addProperty("service_to_service_enabled", topic.apiKey().isEmpty());
        }
        return view;
    }

    private static JsonObject writeStatus(Tally tally) {
        var view = new JsonObject();
        view.addProperty("status", tally.writable() ? "success" : "failed");
        tally.lastFailure().ifPresent(failure -> {
            view.addProperty("last_failure", failure.at().toString());
            view.addProperty("reason_for_last_failure", failure.status());
        });
        return view;
    }

    static JsonObject route(RouteEntry route) {
        var view = new JsonObject();
        view.addProperty("id", route.id());
        view.addProperty("name", route.name());
        view.addProperty("crn", route.crn());
        view.addProperty("version", route.version());
        var rules = new JsonArray();
        route.rules().forEach(rule -> {
            var one = new JsonObject();
            one.add("target_ids", array(rule.targetIds()));
            one.add("locations", array(rule.locations()));
            rules.add(one);
        });
        view.add("rules", rules);
        view.addProperty("created_at", route.created().toString());
        view.addProperty("updated_at", route.updated().toString());
        view.addProperty("api_version", API_VERSION);
        view.addProperty("managed_by", "account");
        return view;
    }

    static JsonObject settings(RoutingSettings settings) {
        var view = new JsonObject();
        view.add("default_targets", array(settings.defaultTargets()));
        view.add("permitted_target_regions", array(settings.permittedRegions()));
        view.addProperty("metadata_region_primary", settings.primary());
        settings.backup().ifPresent(region -> view.addProperty("metadata_region_backup", region));
        view.addProperty("private_api_endpoint_only", false);
        view.addProperty("api_version", API_VERSION);
        return view;
    }

    static Map<String, Object> tally(Tally tally, boolean deleted) {
        var target = tally.target();
        var view = new LinkedHashMap<String, Object>();
        view.put("account_id", target.accountId());
        view.put("target_id", target.id());
        view.put("name", target.name());
        view.put("target_type", target.sink().type().word());
        view.put("status", deleted ? "deleted" : tally.writable() ? "success" : "failed");
        view.put("delivered", tally.delivered());
        view.put("failed", tally.failed());
        view.put("dropped", tally.dropped());
        view.put("queued", tally.queued());
        tally.lastFailure().ifPresent(failure -> {
            var last = new LinkedHashMap<String, Object>();
            last.put("at", failure.at().toString());
            last.put("reason", failure.word());
            last.put("message", failure.status());
            last.put("decision", "/sandbox/v1/decisions/" + failure.transactionId());
            view.put("last_failure", last);
        });
        return view;
    }

    private static JsonArray array(Collection<String> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
