package io.lanyard.policy.decision;

import io.lanyard.policy.Attribute;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Subject;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decision: the words about service to service. They are read by somebody who has just been told that a service may not, so each
 * says all that is wrong with an authorization, in the terms of the page where it was made: source, role, target, account.
 */
final class AuthorizationWords {
    private AuthorizationWords() {}

    /** Says who asks, as in "atracker of account 5f0c…". */
    static String source(Asker asker) {
        var instance = asker.service().get("serviceInstance");
        var account = asker.service().get("accountId");
        return asker.service().getOrDefault("serviceName", "a service")
                + (instance == null ? "" : " " + Wording.shortened(instance))
                + (account == null ? "" : " of account " + account);
    }

    static String count(Request request, int considered, int shown) {
        var service = request.asker().service().getOrDefault("serviceName", "the service that asks");
        var account = Optional.ofNullable(request.slot(Slots.ACCOUNT)).orElse("");
        return switch (considered) {
            case 0 ->
                "no authorization in account " + account + " concerns " + service
                        + ": what one service may do on another, only an authorization in the account of the target says"
                        + (shown == 0 ? "" : "; elsewhere there is:");
            case 1 -> "1 authorization in account " + account + " concerns " + service + "; it does not permit this:";
            default ->
                considered + " authorizations in account " + account + " concern " + service
                        + "; none permits this"
                        + (considered == shown ? ":" : ", nearest are:");
        };
    }

    static String candidate(Candidate candidate) {
        var grant = candidate.policy().grant();
        var said = "authorization " + Wording.id(candidate.policy().id()) + " lets " + content(grant);
        var window = grant.condition().flatMap(WindowWords::of);
        return said
                + candidate.failed().stream()
                        .map(clause -> clause.kind() == FailedClause.Kind.CONDITION && window.isPresent()
                                ? "it counts only " + window.get()
                                : clause(clause, grant))
                        .distinct()
                        .collect(Collectors.joining("; ", ": ", ""));
    }

    static String permitted(Policy policy) {
        return "authorization " + Wording.id(policy.id()) + " lets " + content(policy.grant());
    }

    static String addRole(RoleId role, Policy policy) {
        return "add " + role.displayName() + " to authorization " + Wording.id(policy.id()) + ", which lets "
                + content(policy.grant());
    }

    static String authorize(Grant grant) {
        var account = grant.resource().account();
        return "in account " + account.map(Object::toString).orElse("") + ", authorize " + source(grant.subject())
                + " as " + roles(grant) + " on " + Wording.target(grant.resource());
    }

    /** Says what an authorization gives, as in "atracker of account 5f0c… act as Object Writer on bucket audit-logs". */
    private static String content(Grant grant) {
        return source(grant.subject()) + " act as " + roles(grant) + " on " + Wording.target(grant.resource());
    }

    private static String clause(FailedClause clause, Grant grant) {
        var plain = clause.operator().equals("stringEquals");
        return switch (clause.kind()) {
            case ACCOUNT ->
                "it was created in account " + clause.observed().orElse("") + ", and the target is in account "
                        + clause.wanted() + ": it has no effect there";
            case ACTION, ROLE, CONDITION -> Wording.clause(clause);
            case SUBJECT -> plain ? otherSource(clause, grant) : Wording.clause(clause) + " of the source";
            case RESOURCE -> plain ? otherTarget(clause, grant) : Wording.clause(clause);
        };
    }

    private static String otherSource(FailedClause clause, Grant grant) {
        var observed = clause.observed();
        var service = value(grant.subject(), "serviceName").orElse("a service");
        return switch (clause.attribute()) {
            case "accountId" ->
                "its source is " + service + " of account " + clause.wanted() + ", the one that asks is of account "
                        + observed.orElse("none");
            case "serviceInstance" ->
                "its source is the instance " + clause.wanted() + " alone, "
                        + observed.map(id -> "the one that asks is " + id).orElse("and no single instance asks");
            case "resourceGroupId" ->
                "its source are instances in resource group " + clause.wanted() + ", the one that asks is in "
                        + observed.orElse("none that is known");
            default ->
                "its source has " + clause.attribute() + " " + clause.wanted() + ", the one that asks has "
                        + observed.orElse("none");
        };
    }

    private static String otherTarget(FailedClause clause, Grant grant) {
        var kind = switch (clause.attribute()) {
            case "resource" -> grant.resource().value("resourceType").orElse("resource") + " ";
            case "serviceInstance" -> "instance ";
            case "resourceGroupId" -> "resource group ";
            case "serviceName", "resourceType" -> "";
            default -> clause.attribute() + " ";
        };
        return "it is for " + kind + clause.wanted()
                + clause.observed().map(text -> ", not for " + kind + text).orElse(" alone");
    }

    private static String source(Subject subject) {
        var service = value(subject, "serviceName");
        var said = new StringBuilder(service.orElse("every service"));
        value(subject, "serviceInstance")
                .ifPresent(id -> said.append(", instance ").append(id));
        value(subject, "resourceGroupId")
                .ifPresent(id -> said.append(" in resource group ").append(id));
        value(subject, "accountId").ifPresent(id -> said.append(" of account ").append(id));
        value(subject, "enterpriseId")
                .ifPresent(id -> said.append(" of enterprise ").append(id));
        value(subject, "AccountGroupId")
                .ifPresent(id -> said.append(" of account group ").append(id));
        return said.toString();
    }

    private static Optional<String> value(Subject subject, String key) {
        return subject.attributes().stream()
                .filter(attribute -> attribute.key().equals(key) && attribute.isPlain())
                .findFirst()
                .map(Attribute::value)
                .map(Object::toString);
    }

    private static String roles(Grant grant) {
        return grant.roles().isEmpty()
                ? "nobody"
                : grant.roles().stream().map(RoleId::displayName).collect(Collectors.joining(", "));
    }
}
