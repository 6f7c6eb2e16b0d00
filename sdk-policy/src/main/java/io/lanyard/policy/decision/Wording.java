package io.lanyard.policy.decision;

import io.lanyard.core.AccountId;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.PolicyType;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decision: the words. Steady, so that guides and tests may quote them. */
final class Wording {
    private static final int UUID_LENGTH = 36;

    private Wording() {}

    static String question(Request request) {
        return "may " + who(request) + " do " + request.action() + " on "
                + place(name -> Optional.ofNullable(request.attributes().get(name))) + "?";
    }

    static List<String> why(Request request, int considered, List<Candidate> candidates) {
        var lines = new ArrayList<String>();
        lines.add(
                request.asker().isService()
                        ? AuthorizationWords.count(request, considered, candidates.size())
                        : count(considered, request)
                                + (candidates.isEmpty() ? "" : nearest(considered, candidates.size())));
        candidates.forEach(candidate -> lines.add("  " + candidate.text()));
        return lines;
    }

    private static String count(int considered, Request request) {
        var asker = request.asker();
        var named = considered == 1 ? "1 policy names " : considered + " policies name ";
        return asker.isAnybody() ? named + "everybody" : named + kind(asker.id()) + " or a group it is in";
    }

    private static String nearest(int considered, int shown) {
        if (considered == 1) {
            return "; it does not permit this:";
        }
        return considered == shown ? "; none permits this:" : "; none permits this, nearest are:";
    }

    static String permitted(Permit permit) {
        if (permit.policy().isEmpty()) {
            return "it owns the account, and has every right in it";
        }
        var policy = permit.policy().get();
        if (permit.via() == Permit.Via.AUTHORIZATION) {
            return AuthorizationWords.permitted(policy);
        }
        var how = switch (permit.via()) {
            case GROUP -> ", through the access group " + permit.group().orElse("");
            case PUBLIC -> ", to everybody";
            default -> "";
        };
        return "policy " + id(policy.id()) + " grants " + content(policy.grant()) + how;
    }

    static String candidate(Candidate candidate) {
        var grant = candidate.policy().grant();
        var said = "policy " + id(candidate.policy().id()) + " grants " + content(grant);
        if (candidate.failed().isEmpty()) {
            return said + ", but has a shape that is not known";
        }
        if (grant.type().equals(PolicyType.AUTHORIZATION)) {
            return AuthorizationWords.candidate(candidate);
        }
        var first = candidate.failed().get(0);
        var window = grant.condition().flatMap(WindowWords::of);
        if (first.kind() == FailedClause.Kind.CONDITION && window.isPresent()) {
            return said + ", but only " + window.get()
                    + first.observed()
                            .map(at -> "; it was " + WindowWords.observed(first))
                            .orElse("; no time was given");
        }
        return said + ": " + clause(first);
    }

    static String clause(FailedClause clause) {
        var observed = clause.observed();
        return switch (clause.kind()) {
            case ACTION -> clause.wanted() + " does not hold " + observed.orElse("it");
            case ROLE -> "the service has no role " + clause.wanted();
            case ACCOUNT ->
                observed.map(account ->
                                "the resource is in account " + account + ", this is account " + clause.wanted())
                        .orElse("the request names no account");
            case SUBJECT, RESOURCE, CONDITION ->
                WindowWords.plain(clause.attribute())
                        + observed.map(text -> " is " + text).orElse(" is missing") + ", the policy wants "
                        + wanted(clause);
        };
    }

    private static String wanted(FailedClause clause) {
        return switch (clause.operator()) {
            case "stringEquals", "is" -> clause.wanted();
            case "stringMatch" -> "one like " + clause.wanted();
            case "stringExists" -> clause.wanted().equals("true") ? "any" : "none";
            case "stringEqualsAnyOf", "dayOfWeekAnyOf", "dayOfWeekEquals" -> "one of " + clause.wanted();
            case "stringMatchAnyOf" -> "one like one of " + clause.wanted();
            default -> WindowWords.order(clause.operator()) + clause.wanted();
        };
    }

    static String grant(Grant grant) {
        return grant.type().equals(PolicyType.AUTHORIZATION)
                ? AuthorizationWords.authorize(grant)
                : "grant " + content(grant);
    }

    /** Says who is to do it, where the caller could only with a right in somebody else's account. */
    static String letThem(Grant right, AccountId account) {
        return "have it created in account " + account + ", by its owner or whoever is " + content(right);
    }

    static String addRole(RoleId role, Policy policy) {
        return policy.grant().type().equals(PolicyType.AUTHORIZATION)
                ? AuthorizationWords.addRole(role, policy)
                : "add " + role.displayName() + " to policy " + id(policy.id()) + " (" + content(policy.grant()) + ")";
    }

    /** Says what a policy gives, as in "Reader on namespace my_namespace in us-south". */
    static String content(Grant grant) {
        var roles = grant.roles().stream().map(RoleId::displayName).collect(Collectors.joining(", "));
        return (roles.isEmpty() ? "no role" : roles) + " on " + target(grant.resource());
    }

    static String target(Resource resource) {
        var tags = resource.tags().stream()
                .map(tag -> tag.key() + ":" + tag.value())
                .collect(Collectors.joining(", "));
        return place(name -> resource.attributes().stream()
                        .filter(attribute -> attribute.key().equals(name))
                        .findFirst()
                        .map(Wording::value))
                + (tags.isEmpty() ? "" : " tagged " + tags);
    }

    private static String value(Attribute attribute) {
        return attribute.value().toString();
    }

    private static String place(Function<String, Optional<String>> attribute) {
        var service = attribute.apply("serviceName");
        var place = new StringBuilder();
        var type = attribute.apply("resourceType");
        var name = attribute.apply("resource");
        if (type.isPresent() || name.isPresent()) {
            place.append(type.orElse("resource"))
                    .append(name.map(text -> " " + text).orElse(""));
        } else if (service.isPresent()) {
            place.append(service.get());
        } else {
            place.append(whole(attribute));
        }
        attribute
                .apply("serviceInstance")
                .ifPresent(id -> place.append(" of instance ").append(id));
        attribute
                .apply("resourceGroupId")
                .ifPresent(id -> place.append(" in resource group ").append(id));
        attribute.apply("region").ifPresent(region -> place.append(" in ").append(region));
        attribute.apply("geography").ifPresent(geography -> place.append(" in ").append(geography));
        return place.toString();
    }

    private static String whole(Function<String, Optional<String>> attribute) {
        var type = attribute.apply("serviceType").map(ServiceKinds::normalised);
        if (attribute.apply("service_group_id").isPresent()) {
            return "the " + attribute.apply("service_group_id").get() + " services";
        }
        if (type.isEmpty()) {
            return attribute.apply("resourceGroupId").isPresent() ? "all services" : "the account";
        }
        return type.get().equals(ServiceKinds.PLATFORM) ? "account management" : "all services";
    }

    private static String who(Request request) {
        var asker = request.asker();
        if (asker.isAnybody()) {
            return "anybody";
        }
        if (asker.isService()) {
            return AuthorizationWords.source(asker);
        }
        var id = asker.id().startsWith("iam-") ? asker.id().substring("iam-".length()) : asker.id();
        int dash = id.indexOf('-');
        return id.length() - dash - 1 == UUID_LENGTH ? id.substring(0, dash + 5) + "…" : id;
    }

    private static String kind(String id) {
        if (id.startsWith("iam-ServiceId-")) {
            return "this service ID";
        }
        return id.startsWith("iam-Profile-") ? "this trusted profile" : "this user";
    }

    static String id(PolicyId id) {
        return shortened(id.value());
    }

    static String shortened(String id) {
        return id.length() == UUID_LENGTH ? id.substring(0, 8) + "…" : id;
    }
}
