// Room: sandbox / routing. Reads and checks what routes and settings are made from.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.kernel.BodyShape.Type.ARRAY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The bodies of routes and settings, with the limits of services/activity-tracker.md §2. */
final class RouteBody {
    static final int MOST_TARGETS = 16;
    static final int MOST_ROUTES = 30;
    private static final int MOST_DEFAULTS = 2;
    private static final int MOST_RULES = 10;
    private static final int MOST_LOCATIONS = 8;
    private static final int MOST_TARGETS_OF_A_RULE = 3;

    static final BodyShape ROUTE = BodyShape.object()
            .required(STRING, "name")
            .required(
                    "rules",
                    ARRAY,
                    BodyShape.object().required(STRINGS, "target_ids").optional(STRINGS, "locations"))
            .optional(STRING, "managed_by");

    static final BodyShape SETTINGS = BodyShape.object()
            .required(STRING, "metadata_region_primary")
            .required(BOOLEAN, "private_api_endpoint_only")
            .optional(STRINGS, "default_targets", "permitted_target_regions")
            .optional(STRING, "metadata_region_backup");

    private RouteBody() {}

    static List<RouteEntry.Rule> rules(JsonBody body, RoutingPart part) {
        var given = body.tree().getAsJsonArray("rules");
        if (given.isEmpty()) {
            throw RoutingRefusals.invalid("Rules", "A route has at least one rule.");
        }
        if (given.size() > MOST_RULES) {
            throw RoutingRefusals.limit("rules per route", MOST_RULES);
        }
        var rules = new ArrayList<RouteEntry.Rule>();
        for (var rule : given) {
            rules.add(rule(new JsonBody(rule.getAsJsonObject()), part));
        }
        return List.copyOf(rules);
    }

    private static RouteEntry.Rule rule(JsonBody rule, RoutingPart part) {
        var targets = stripped(rule.texts("target_ids"));
        if (targets.size() > MOST_TARGETS_OF_A_RULE) {
            throw RoutingRefusals.limit("targets per rule", MOST_TARGETS_OF_A_RULE);
        }
        var locations =
                rule.maybe("locations").isPresent() ? stripped(rule.texts("locations")) : List.of(Locations.EVERYWHERE);
        if (locations.isEmpty()) {
            throw RoutingRefusals.invalid("Locations", "A rule names at least one location; '*' is all of them.");
        }
        if (locations.size() > MOST_LOCATIONS) {
            throw RoutingRefusals.limit("locations per rule", MOST_LOCATIONS);
        }
        locations.stream()
                .filter(location -> !Locations.isLocation(location))
                .findFirst()
                .ifPresent(unknown -> {
                    throw RoutingRefusals.invalid("Locations", unknownLocation(unknown));
                });
        targets.forEach(id -> existing(id, part));
        return new RouteEntry.Rule(targets, locations);
    }

    private static String unknownLocation(String location) {
        return "There is no location '" + Words.shown(location) + "'"
                + Words.closest(location, Locations.known())
                        .map(close -> "; did you mean '" + close + "'?")
                        .orElse("; those are " + String.join(", ", Locations.known())
                                + ", and zones such as us-south-1.");
    }

    static RoutingSettings settings(JsonBody body, RoutingPart part) {
        var defaults = stripped(body.texts("default_targets"));
        if (defaults.size() > MOST_DEFAULTS) {
            throw RoutingRefusals.limit("default_targets per setting", MOST_DEFAULTS);
        }
        defaults.forEach(id -> {
            if (existing(id, part).sink().type() == Sink.Type.APP_CONFIGURATION) {
                throw RoutingRefusals.invalid(
                        "DefaultTargets", "An App Configuration target can't be a default target: use a route.");
            }
        });
        var permitted = stripped(body.texts("permitted_target_regions"));
        permitted.forEach(region -> region("PermittedTargetRegions", region));
        var primary = region(
                "MetadataRegionPrimary", body.text("metadata_region_primary").strip());
        var backup = body.maybeText("metadata_region_backup").map(String::strip).filter(region -> !region.isEmpty());
        backup.ifPresent(region -> region("MetadataRegionBackup", region));
        if (backup.filter(primary::equals).isPresent()) {
            throw RoutingRefusals.invalid(
                    "MetadataRegionBackup", "A backup is in another region than the primary one.");
        }
        if (body.flag("private_api_endpoint_only", false)) {
            throw RoutingRefusals.invalid(
                    "PrivateAPIEndpointOnly",
                    "The sandbox listens on loopback and can't tell a private endpoint from a public one: a switch that"
                            + " closes nothing would mislead.");
        }
        return new RoutingSettings(defaults, permitted, primary, backup);
    }

    private static String region(String field, String region) {
        if (!Locations.isRegion(region)) {
            throw RoutingRefusals.invalid(field, TargetBody.unknownRegion(region));
        }
        return region;
    }

    private static TargetEntry existing(String id, RoutingPart part) {
        return part.targets().find(id).orElseThrow(() -> RoutingRefusals.unknownTarget(id));
    }

    private static List<String> stripped(List<String> given) {
        var values = new LinkedHashSet<String>();
        given.forEach(value -> values.add(value.strip()));
        return List.copyOf(values);
    }
}
