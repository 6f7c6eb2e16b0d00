// Contracts: one service's contract, its operations and its validator.
package io.lanyard.contracts;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One service's contract. The validator is made when it is first needed: reading a large contract takes a second. */
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private final String service;
    private final String basePath;
    private final JsonObject facts;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, String> variantByGrant = new LinkedHashMap<>();
    private @Nullable OpenApiInteractionValidator validator;

    private Contract(String service, JsonObject facts) {
        this.service = service;
        this.facts = facts;
        this.basePath = basePath(facts);
        for (Map.Entry<String, JsonElement> path :
                facts.getAsJsonObject("paths").entrySet()) {
            for (Map.Entry<String, JsonElement> entry :
                    path.getValue().getAsJsonObject().entrySet()) {
                if (METHODS.contains(entry.getKey())) {
                    addOperation(path.getKey(), entry.getKey(), entry.getValue().getAsJsonObject());
                }
            }
        }
    }

    static Contract read(String service) {
        return new Contract(service, Facts.json(service + ".json"));
    }

    String service() {
        return service;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation a request asks for; the most literal template wins, as {@code /apikeys/details} over {@code /apikeys/{id}}. */
    Optional<Operation> operation(Exchange exchange) {
        String grant = grantType(exchange);
        return operations.stream()
                .filter(operation -> operation.matches(exchange.method(), exchange.path()))
                .filter(operation -> !variantByGrant.containsValue(operation.id())
                        || operation.id().equals(variantByGrant.get(grant)))
                .min((a, b) -> Integer.compare(a.parameters(), b.parameters()));
    }

    ValidationReport request(Exchange exchange) {
        return validator().validateRequest(asRequest(exchange));
    }

    ValidationReport answer(Exchange exchange) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(exchange.status());
        exchange.answerHeaders().forEach(answer::withHeader);
        if (exchange.answerBody() != null) {
            answer.withBody(exchange.answerBody());
        }
        return validator()
                .validateResponse(
                        exchange.path(),
                        Request.Method.valueOf(exchange.method().toUpperCase(Locale.ROOT)),
                        answer.build());
    }

    /** True when the contract lists this status, as a success. */
    boolean documents(Operation operation, int status) {
        return facts.getAsJsonObject("paths")
                .getAsJsonObject(operation.template().substring(basePath.length()))
                .getAsJsonObject(operation.method().toLowerCase(Locale.ROOT))
                .getAsJsonObject("responses")
                .has(Integer.toString(status));
    }

    private static SimpleRequest asRequest(Exchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        exchange.query().forEach(request::withQueryParam);
        exchange.headers().forEach(request::withHeader);
        if (exchange.requestBody() != null) {
            request.withBody(exchange.requestBody());
        }
        return request.build();
    }

    private void addOperation(String path, String method, JsonObject operation) {
        String template = basePath + path;
        String upper = method.toUpperCase(Locale.ROOT);
        if (!operation.has("x-variants")) {
            operations.add(Operation.of(service, operation.get("operationId").getAsString(), upper, template));
            return;
        }
        JsonArray variants = operation.getAsJsonArray("x-variants");
        JsonArray arms = arms(operation);
        for (int i = 0; i < variants.size(); i++) {
            variantByGrant.put(grantOf(arms.get(i)), variants.get(i).getAsString());
            operations.add(Operation.of(service, variants.get(i).getAsString(), upper, template));
        }
    }

    private static JsonArray arms(JsonObject operation) {
        return operation
                .getAsJsonObject("requestBody")
                .getAsJsonObject("content")
                .getAsJsonObject("application/x-www-form-urlencoded")
                .getAsJsonObject("schema")
                .getAsJsonArray("oneOf");
    }

    private static String grantOf(JsonElement arm) {
        return grantTypeOf(arm).getAsJsonArray("x-known-values").get(0).getAsString();
    }

    private static JsonObject grantTypeOf(JsonElement arm) {
        return arm.getAsJsonObject().getAsJsonObject("properties").getAsJsonObject("grant_type");
    }

    private static @Nullable String grantType(Exchange exchange) {
        String body = exchange.requestBody();
        List<String> type = exchange.headers().getOrDefault("Content-Type", List.of(""));
        if (body == null || !type.get(0).startsWith("application/x-www-form-urlencoded")) {
            return null;
        }
        return Exchange.parameters(body).getOrDefault("grant_type", List.of("")).get(0);
    }

    private static String basePath(JsonObject facts) {
        JsonArray servers = facts.getAsJsonArray("servers");
        if (servers == null || servers.isEmpty()) {
            return "";
        }
        String path = URI.create(servers.get(0).getAsJsonObject().get("url").getAsString())
                .getPath();
        return path == null || path.equals("/") ? "" : path;
    }

    private synchronized OpenApiInteractionValidator validator() {
        if (validator == null) {
            validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                            withErrorShape().toString())
                    .withBasePathOverride(basePath)
                    .withStrictOperationPathMatching()
                    .withLevelResolver(LevelResolver.create()
                            .withDefaultLevel(ValidationReport.Level.ERROR)
                            .build())
                    .build();
        }
        return validator;
    }

    /** The contract as the validator needs it: every other answer has the error shape, and a grant selects its arm. */
    private JsonObject withErrorShape() {
        JsonObject shapes = Facts.json("error-shapes.json");
        JsonObject shape = (shapes.has(service) ? shapes.getAsJsonObject(service) : shapes.getAsJsonObject("default"))
                .getAsJsonObject("schema");
        JsonObject spec = facts.deepCopy();
        spec.getAsJsonObject("components").getAsJsonObject("schemas").add("LanyardErrorShape", shape);
        for (JsonElement path : spec.getAsJsonObject("paths").asMap().values()) {
            for (Map.Entry<String, JsonElement> entry : path.getAsJsonObject().entrySet()) {
                if (METHODS.contains(entry.getKey())) {
                    JsonObject operation = entry.getValue().getAsJsonObject();
                    operation.getAsJsonObject("responses").add("default", errorAnswer());
                    if (operation.has("x-variants")) {
                        arms(operation)
                                .forEach(arm -> grantTypeOf(arm)
                                        .add("enum", grantTypeOf(arm).get("x-known-values")));
                    }
                }
            }
        }
        return spec;
    }

    private static JsonObject errorAnswer() {
        JsonObject reference = new JsonObject();
        reference.addProperty("$ref", "#/components/schemas/LanyardErrorShape");
        JsonObject media = new JsonObject();
        media.add("schema", reference);
        JsonObject content = new JsonObject();
        content.add("application/json", media);
        JsonObject answer = new JsonObject();
        answer.addProperty("description", "error");
        answer.add("content", content);
        return answer;
    }
}
