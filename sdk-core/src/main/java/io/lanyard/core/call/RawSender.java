package io.lanyard.core.call;

import io.lanyard.core.RawAnswer;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Core, call: sends what somebody spelled out by hand, to services that we know or were told of, and to nobody else. */
public final class RawSender {

    private static final Map<String, Endpoint> KNOWN = Stream.of(
                    Endpoint.IAM,
                    Endpoint.IDENTITY,
                    Endpoint.ACCESS_GROUPS,
                    Endpoint.POLICY,
                    Endpoint.CBR,
                    Endpoint.USERS,
                    Endpoint.ENTERPRISE,
                    Endpoint.RESOURCE_MANAGER,
                    Endpoint.RESOURCE_CONTROLLER)
            .collect(Collectors.toUnmodifiableMap(Endpoint::name, Function.identity()));

    private final Pipeline pipeline;

    /**
     * Sends through a pipeline.
     *
     * @param pipeline the way to travel
     */
    public RawSender(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Sends one call.
     *
     * @param method the HTTP method
     * @param service the service's name
     * @param pathAndQuery from the slash on, encoded
     * @param json the body, if there is one
     * @return the answer
     */
    public RawAnswer send(String method, String service, String pathAndQuery, Optional<String> json) {
        if (!pathAndQuery.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash, unlike '" + pathAndQuery + "'");
        }
        var kind = switch (method) {
            case "GET", "HEAD" -> CallClass.SAFE;
            case "PUT", "DELETE" -> CallClass.IDEMPOTENT;
            default -> CallClass.ONCE;
        };
        var base = pipeline.settings().url(endpoint(service));
        var call = new Call(
                pipeline,
                new Draft("raw " + method + " " + withoutQuery(pathAndQuery), kind, method, base, pathAndQuery));
        json.ifPresent(text -> call.bytes("application/json", text.getBytes(StandardCharsets.UTF_8)));
        return call.send(answer -> {
            var text = new StringWriter();
            answer.reader().transferTo(text);
            return new RawAnswer(answer.status(), answer.headers(), text.toString());
        });
    }

    private Endpoint endpoint(String service) {
        var known = KNOWN.get(service);
        if (known != null) {
            return known;
        }
        if (service.equals("registry")) {
            return Endpoint.registry("global");
        }
        if (service.startsWith("registry/")) {
            return Endpoint.registry(service.substring("registry/".length()));
        }
        if (service.startsWith("atracker/")) {
            return Endpoint.activityTracker(service.substring("atracker/".length()));
        }
        var told = pipeline.settings().urls().get(service);
        if (told == null) {
            throw new IllegalArgumentException(
                    "no URL is known for the service '" + service + "': name it in the options");
        }
        return new Endpoint(service, told);
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
