package io.lanyard.policy.decision;

import io.lanyard.policy.Attribute;
import io.lanyard.policy.Condition;
import io.lanyard.policy.Policy;
import io.lanyard.policy.Rule;
import io.lanyard.policy.Subject;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policy tests: the evaluation page read line by line, without an index, to hold the engine against. */
final class NaiveEvaluator {
    private static final Set<String> IAM =
            Set.of("iam-identity", "iam-access-management", "user-management", "iam-groups");

    private NaiveEvaluator() {}

    static boolean permits(
            Collection<Policy> policies, Map<String, List<String>> groupsOf, RoleCatalog catalog, Request request) {
        var subjects = new HashSet<Subject>();
        subjects.add(Subject.group(Subject.PUBLIC_ACCESS));
        subjects.add(Subject.identity(io.lanyard.core.IamId.of(request.subject())));
        groupsOf.getOrDefault(request.subject(), List.of()).forEach(group -> subjects.add(Subject.group(group)));
        var resource = new HashMap<>(request.attributes());
        var service = resource.getOrDefault("serviceName", "");
        resource.putIfAbsent("serviceType", IAM.contains(service) ? "platform_service" : "service");
        if (IAM.contains(service)) {
            resource.putIfAbsent("service_group_id", "IAM");
        }
        return policies.stream()
                .filter(policy -> subjects.contains(policy.subject()))
                .filter(policy -> applies(policy, resource))
                .filter(policy -> policy.condition()
                        .map(Condition::rule)
                        .map(rule -> holds(rule, request))
                        .orElse(true))
                .anyMatch(policy -> policy.roles().stream()
                        .anyMatch(role -> catalog.actions(service, role).contains(request.action())));
    }

    private static boolean applies(Policy policy, Map<String, String> resource) {
        var keys = policy.resource().attributes().stream().map(Attribute::key).toList();
        boolean groupOnly = keys.contains("resourceGroupId")
                && !keys.contains("serviceName")
                && !keys.contains("serviceType")
                && !keys.contains("service_group_id");
        return (!groupOnly || "service".equals(resource.get("serviceType")))
                && policy.resource().attributes().stream()
                        .allMatch(attribute -> matches(attribute, resource.get(attribute.key())));
    }

    private static boolean matches(Attribute attribute, @Nullable String observed) {
        var texts = attribute.value().texts();
        return switch (attribute.operator().value()) {
            case "stringEquals" -> texts.get(0).equals(observed);
            case "stringMatch" -> observed != null && GlobTest.NaiveGlob.matches(texts.get(0), observed);
            case "stringExists" -> texts.get(0).equals("true") == (observed != null);
            case "stringEqualsAnyOf" -> texts.stream().anyMatch(text -> text.equals(observed));
            case "stringMatchAnyOf" ->
                observed != null && texts.stream().anyMatch(text -> GlobTest.NaiveGlob.matches(text, observed));
            default -> false;
        };
    }

    private static boolean holds(Rule rule, Request request) {
        if (rule instanceof Rule.All all) {
            return all.rules().stream().allMatch(member -> holds(member, request));
        }
        if (rule instanceof Rule.Any any) {
            return any.rules().stream().anyMatch(member -> holds(member, request));
        }
        var attribute = (Attribute) rule;
        var at = request.at().orElseThrow();
        for (var text : attribute.value().texts()) {
            boolean holds = switch (attribute.operator().value()) {
                case "dayOfWeekAnyOf" ->
                    at.atOffset(ZoneOffset.of(text.substring(1))).getDayOfWeek().getValue() == text.charAt(0) - '0';
                case "timeGreaterThanOrEquals" -> !time(request, text).isBefore(wanted(text));
                case "timeLessThanOrEquals" -> !time(request, text).isAfter(wanted(text));
                default -> throw new AssertionError(attribute);
            };
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private static LocalTime time(Request request, String text) {
        return request.at()
                .orElseThrow()
                .atOffset(ZoneOffset.of(text.substring(8)))
                .toLocalTime();
    }

    private static LocalTime wanted(String text) {
        return LocalTime.parse(text.substring(0, 8));
    }
}
