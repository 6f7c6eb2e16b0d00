// Room: sandbox / policy management. Which subjects and resources a policy may name (policy-evaluation.md §3, §10).
package io.lanyard.sandbox.services.policy;

import io.lanyard.core.IamId;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a policy's meaning, whichever schema it came in; every failure is {@code invalid_body}. */
final class BodyChecks {
    private static final Set<String> IDENTITY = Set.of("iam_id", "access_group_id");
    private static final Set<String> SOURCE = Set.of(
            "serviceName",
            "serviceInstance",
            "region",
            "resourceType",
            "resource",
            "accountId",
            "resourceGroupId",
            "serviceType",
            "enterpriseId",
            "AccountGroupId");
    private static final Set<String> SOURCE_SCOPE = Set.of("accountId", "enterpriseId", "AccountGroupId");
    private static final Set<String> TARGET =
            Set.of("serviceType", "serviceName", "resourceGroupId", "service_group_id", "resourceType");
    private static final Set<String> WITH_TAGS = Set.of("accountId", "serviceType");

    private BodyChecks() {}

    static void check(PolicyBody body) {
        switch (body.type()) {
            case "access" -> identity(body);
            case "authorization" -> source(body);
            default ->
                throw AccessRefusals.invalidBody(
                        "type", "'" + body.type() + "' isn't a policy type; it can be access or authorization.");
        }
        resource(body);
        tags(body);
        RuleChecks.check(body);
    }

    private static void identity(PolicyBody body) {
        unique(body.subject(), "subject");
        printable(body.subject(), "subject");
        boolean one = body.subject().size() == 1;
        if (!one || !IDENTITY.contains(body.subject().get(0).key())) {
            throw AccessRefusals.invalidBody(
                    "subject",
                    "The subject of an access policy must have exactly one attribute, iam_id or access_group_id; found: "
                            + PolicyBody.keysOf(body.subject()) + ".");
        }
        String id = body.subject().get(0).text();
        if (IamId.tryOf(id).isEmpty()) {
            throw AccessRefusals.invalidBody("subject", "The subject's id is '" + id + "', which names nobody.");
        }
    }

    private static void source(PolicyBody body) {
        unique(body.subject(), "subject");
        printable(body.subject(), "subject");
        Set<String> keys = keys(body.subject());
        for (String key : keys) {
            if (!SOURCE.contains(key)) {
                throw AccessRefusals.invalidBody(
                        "subject", "'" + key + "' isn't a subject attribute of an authorization policy.");
            }
        }
        boolean scoped = keys.stream().anyMatch(SOURCE_SCOPE::contains);
        boolean named = keys.contains("serviceName") || keys.contains("resourceGroupId");
        if (!scoped || !named) {
            throw AccessRefusals.invalidBody(
                    "subject",
                    "The subject of an authorization policy must have accountId, and serviceName or resourceGroupId.");
        }
        if (SOURCE_SCOPE.stream().filter(keys::contains).count() > 1
                || (!keys.contains("accountId") && !keys.contains("serviceName"))) {
            throw AccessRefusals.invalidBody(
                    "subject",
                    "enterpriseId and AccountGroupId stand in the place of accountId, together with serviceName.");
        }
        if (keys.contains("serviceType") && !keys.contains("resourceGroupId")) {
            throw AccessRefusals.invalidBody(
                    "subject", "All services can be the source together with a resourceGroupId only.");
        }
        if (body.resourceValue("serviceName").filter("cloud-logs"::equals).isPresent()) {
            throw AccessRefusals.invalidBody(
                    "resource", "IAM has no service 'cloud-logs': IBM Cloud Logs is called logs in policies.");
        }
    }

    private static void resource(PolicyBody body) {
        unique(body.resource(), "resource");
        printable(body.resource(), "resource");
        if (body.resourceValue("accountId").isEmpty()) {
            throw AccessRefusals.invalidBody("resource", "The resource must have the attribute accountId.");
        }
        Set<String> keys = keys(body.resource());
        if (keys.stream().noneMatch(TARGET::contains)) {
            throw AccessRefusals.invalidBody(
                    "resource",
                    "The resource must have at least one of serviceType, serviceName, resourceGroupId, service_group_id.");
        }
        body.resourceValue("serviceType").ifPresent(type -> {
            if (!type.equals("service") && !type.equals("platform_service")) {
                throw AccessRefusals.invalidBody(
                        "resource", "'" + type + "' isn't a serviceType; it can be service or platform_service.");
            }
        });
        body.resourceValue("service_group_id").ifPresent(group -> {
            if (!group.equals("IAM")) {
                throw AccessRefusals.invalidBody(
                        "resource", "'" + group + "' isn't a service_group_id; the only one is IAM.");
            }
        });
    }

    private static void tags(PolicyBody body) {
        if (body.tags().isEmpty()) {
            return;
        }
        boolean allServices =
                body.resourceValue("serviceType").filter("service"::equals).isPresent();
        if (!allServices || !WITH_TAGS.containsAll(keys(body.resource()))) {
            throw AccessRefusals.invalidBody(
                    "resource",
                    "A policy with tags must be for all IAM-enabled services (serviceType=service), with no other attribute.");
        }
    }

    private static void unique(List<Clause> clauses, String owner) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        clauses.stream().map(Clause::key).filter(key -> !seen.add(key)).forEach(twice::add);
        if (!twice.isEmpty()) {
            throw AccessRefusals.invalidBody(
                    owner,
                    "The following " + owner + " attribute(s) had multiple entries: " + String.join(", ", twice));
        }
    }

    private static void printable(List<Clause> clauses, String owner) {
        for (Clause clause : clauses) {
            String text = clause.text();
            for (int i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i))) {
                    throw AccessRefusals.invalidBody(
                            owner,
                            "The " + owner + " attribute '" + clause.key() + "' has a control character at position "
                                    + i + ".");
                }
            }
        }
    }

    private static Set<String> keys(List<Clause> clauses) {
        return clauses.stream().map(Clause::key).collect(Collectors.toSet());
    }
}
