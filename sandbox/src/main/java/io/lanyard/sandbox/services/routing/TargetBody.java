// Room: sandbox / routing. Reads and checks what a target is made from.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;

import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The body of a target. Blanks around values are taken off: they come from copying. */
final class TargetBody {
    static final BodyShape NEW = endpoints(BodyShape.object())
            .required(STRING, "name", "target_type")
            .optional(STRING, "region", "managed_by");
    static final BodyShape CHANGED = endpoints(BodyShape.object()).optional(STRING, "name", "target_type");

    private static final int LONGEST = 1_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._:-]+");
    private static final Pattern ACCOUNT = Pattern.compile("a/[0-9a-f]{32}");
    private static final Pattern HOST = Pattern.compile("(https?://)?[A-Za-z0-9.-]+(:\\d{1,5})?/?");
    private static final Pattern BROKER = Pattern.compile("[A-Za-z0-9.-]+:\\d{1,5}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,1000}");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    private TargetBody() {}

    private static BodyShape endpoints(BodyShape shape) {
        return shape.optional(
                        Sink.Type.BUCKET.field(),
                        OBJECT,
                        BodyShape.object()
                                .required(STRING, "endpoint", "target_crn", "bucket")
                                .optional(STRING, "api_key")
                                .optional(BOOLEAN, "service_to_service_enabled"))
                .optional(
                        Sink.Type.TOPIC.field(),
                        OBJECT,
                        BodyShape.object()
                                .required(STRING, "target_crn", "topic")
                                .required(STRINGS, "brokers")
                                .optional(STRING, "api_key")
                                .optional(BOOLEAN, "service_to_service_enabled"))
                .optional(Sink.Type.LOGS.field(), OBJECT, BodyShape.object().required(STRING, "target_crn"))
                .optional(
                        Sink.Type.APP_CONFIGURATION.field(),
                        OBJECT,
                        BodyShape.object().required(STRING, "target_crn"));
    }

    /** A name of a target or a route. */
    static String name(String given) {
        var name = given.strip();
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw RoutingRefusals.invalid(
                    "Name", "A name has 1 to " + LONGEST + " letters, digits, blanks, and the characters - . _ :");
        }
        return name;
    }

    /** The kind of place that a new target is. */
    static Sink.Type type(String given) {
        var word = given.strip();
        return Arrays.stream(Sink.Type.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RoutingRefusals.invalid(
                        "TargetType",
                        "'" + Words.shown(word) + "' is none of "
                                + Arrays.stream(Sink.Type.values())
                                        .map(Sink.Type::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The place, which must be of this kind, and the only one. */
    static Sink sink(JsonBody body, Sink.Type type) {
        for (var other : Sink.Type.values()) {
            if (other != type && body.object(other.field()).isPresent()) {
                throw RoutingRefusals.invalid(
                        "TargetType",
                        "A target of type " + type.word() + " has its place in " + type.field() + ", and no "
                                + other.field() + ". The type of a target can't change.");
            }
        }
        var place = body.object(type.field())
                .orElseThrow(() -> RoutingRefusals.invalid(goName(type), type.field() + " says where events go."));
        return switch (type) {
            case BUCKET -> bucket(place);
            case TOPIC -> topic(place);
            case LOGS -> new Sink.Logs(crn(place, type));
            case APP_CONFIGURATION -> new Sink.AppConfiguration(crn(place, type));
        };
    }

    private static Sink bucket(JsonBody place) {
        var type = Sink.Type.BUCKET;
        return new Sink.Bucket(
                fit(place.text("endpoint"), HOST, type, "Endpoint", "An endpoint is a host name."),
                crn(place, type),
                fit(
                        place.text("bucket"),
                        BUCKET,
                        type,
                        "Bucket",
                        "A bucket's name has 3 to 63 small letters, digits, dots and hyphens."),
                key(place, type));
    }

    private static Sink topic(JsonBody place) {
        var type = Sink.Type.TOPIC;
        var brokers = place.texts("brokers");
        if (brokers.isEmpty()) {
            throw RoutingRefusals.invalid(goName(type) + ".Brokers", "At least one broker is needed.");
        }
        return new Sink.Topic(
                crn(place, type),
                brokers.stream()
                        .map(broker -> fit(broker, BROKER, type, "Brokers", "A broker is a host, a colon and a port."))
                        .toList(),
                fit(
                        place.text("topic"),
                        TOPIC,
                        type,
                        "Topic",
                        "A topic's name has up to 249 letters, digits, dots, underscores and hyphens."),
                key(place, type));
    }

    /** An authorization from service to service makes a key needless; without one there must be a key. */
    private static Optional<Secret> key(JsonBody place, Sink.Type type) {
        if (place.flag("service_to_service_enabled", false)) {
            return Optional.empty();
        }
        return Optional.of(place.maybeText("api_key")
                .map(String::strip)
                .filter(key -> KEY.matcher(key).matches())
                .map(Secret::of)
                .orElseThrow(() -> RoutingRefusals.invalid(
                        goName(type) + ".APIKey",
                        "Either service_to_service_enabled is true, or there is an api_key, in printable ASCII.")));
    }

    private static String crn(JsonBody place, Sink.Type type) {
        var given = place.text("target_crn").strip();
        try {
            var crn = Crn.parse(given);
            if (crn.serviceName().equals(type.service())
                    && ACCOUNT.matcher(crn.scope()).matches()
                    && !crn.serviceInstance().isEmpty()
                    && crn.resourceType().isEmpty()) {
                return given;
            }
        } catch (IllegalArgumentException unreadable) {
            throw wrongCrn(type);
        }
        throw wrongCrn(type);
    }

    private static io.lanyard.sandbox.kernel.Refusal wrongCrn(Sink.Type type) {
        return RoutingRefusals.invalid(
                goName(type) + ".TargetCRN",
                "It must be the CRN of a service instance of " + type.service() + ": crn:v1:bluemix:public:"
                        + type.service() + ":<location>:a/<account id>:<instance GUID>::");
    }

    private static String fit(String given, Pattern pattern, Sink.Type type, String field, String rule) {
        var value = given.strip();
        if (!pattern.matcher(value).matches()) {
            throw RoutingRefusals.invalid(goName(type) + "." + field, rule);
        }
        return value;
    }

    private static String goName(Sink.Type type) {
        return switch (type) {
            case BUCKET -> "CosEndpoint";
            case TOPIC -> "EventstreamsEndpoint";
            case LOGS -> "CloudLogsEndpoint";
            case APP_CONFIGURATION -> "AppconfigEndpoint";
        };
    }

    /** Who may manage it: the account. There are no enterprises here. */
    static void managedBy(JsonBody body) {
        body.maybeText("managed_by")
                .map(String::strip)
                .filter(who -> !who.equals("account"))
                .ifPresent(who -> {
                    throw RoutingRefusals.invalid(
                            "ManagedBy", "'account' is the only value: the sandbox has no enterprises.");
                });
    }

    /** The region of a new target, which must be a permitted one; logs in Montreal are delivered from there alone. */
    static String region(JsonBody body, String otherwise, List<String> permitted, Sink sink) {
        var region = body.maybeText("region").map(String::strip).orElse(otherwise);
        if (!Locations.isRegion(region)) {
            throw RoutingRefusals.invalid("Region", unknownRegion(region));
        }
        if (!permitted.isEmpty() && !permitted.contains(region)) {
            throw RoutingRefusals.regionNotAllowed(region, permitted);
        }
        checkMontreal(region, sink);
        return region;
    }

    static void checkMontreal(String region, Sink sink) {
        var montreal = "ca-mon";
        if (sink instanceof Sink.Logs logs
                && Crn.parse(logs.crn()).region().equals(montreal)
                && !region.equals(montreal)) {
            throw RoutingRefusals.regionNotAllowed(region, List.of(montreal))
                    .details("A Cloud Logs instance in ca-mon takes events from a target in ca-mon only.");
        }
    }

    static String unknownRegion(String region) {
        return "Event routing isn't in a region '" + Words.shown(region) + "'"
                + Words.closest(region, Locations.REGIONS)
                        .map(close -> "; did you mean '" + close + "'?")
                        .orElse("; it is in " + String.join(", ", Locations.REGIONS) + ".");
    }
}
