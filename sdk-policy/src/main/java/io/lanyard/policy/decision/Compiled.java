package io.lanyard.policy.decision;

import io.lanyard.core.AccountId;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Condition;
import io.lanyard.policy.Policy;
import io.lanyard.policy.RoleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decision: a policy as it is judged. Everything that can be done before a request comes is done here, when the policy is
 * written: globs, times, the service it is for, the union of its roles' actions.
 */
final class Compiled {
    /** How far away each kind of failure makes a policy: another service is furthest, a window that will open again nearest. */
    static final int FOR_OTHERS = 6;

    private static final int OTHER_SERVICE = 8;
    private static final int OTHER_RESOURCE = 3;
    private static final int OTHER_ROLE = 2;
    private static final int OTHER_TIME = 1;

    private final Policy policy;
    private final Actions.Union roles;
    private final @Nullable String service;
    private final @Nullable Set<String> granted;
    private final PlainTests plain;
    private final int firstSlot;
    private final int firstHash;
    private final AttributeTest[] resource;
    private final AttributeTest[] subject;
    private final AttributeTest[] tags;
    private final @Nullable RuleTest rule;
    private final boolean servicesOnly;

    private Compiled(Policy policy, AccountId account, Actions actions) {
        var attributes = policy.resource().attributes();
        this.policy = policy;
        this.roles = actions.of(policy.roles());
        this.service = policy.resource().value(Slots.name(Slots.SERVICE)).orElse(null);
        this.granted = service == null ? null : roles.actions(service);
        var unsettled = attributes.stream()
                .filter(attribute -> !isSettled(attribute, account))
                .map(AttributeTest::of)
                .toList();
        this.plain = PlainTests.of(unsettled);
        this.firstSlot = plain.firstSlot();
        this.firstHash = plain.firstHash();
        this.resource =
                unsettled.stream().filter(test -> !PlainTests.covers(test)).toArray(AttributeTest[]::new);
        this.subject = AttributeTest.of(policy.subject().attributes());
        this.tags = AttributeTest.of(policy.resource().tags());
        this.rule = policy.condition()
                .map(Condition::rule)
                .filter(when -> !when.equals(Condition.NO_RULE))
                .map(RuleTest::of)
                .orElse(null);
        this.servicesOnly = isServicesOnly(attributes);
    }

    static Compiled of(Policy policy, AccountId account, Actions actions) {
        return new Compiled(policy, account, actions);
    }

    Policy policy() {
        return policy;
    }

    /** Returns the one service that the policy is for, null when it is for several. */
    @Nullable String service() {
        return service;
    }

    /** Judges everything but the subject and, because the index did, the service. */
    boolean permits(Request request) {
        if (firstSlot >= 0 && firstHash != request.hash(firstSlot)) {
            return false; // without touching anything but this object
        }
        if (!plain.hold(request) || (granted != null && !granted.contains(request.action()))) {
            return false;
        }
        for (var test : resource) {
            if (!test.holds(request)) {
                return false;
            }
        }
        if (servicesOnly && !ServiceKinds.SERVICE.equals(request.slot(Slots.SERVICE_TYPE))) {
            return false;
        }
        if (granted == null && !roles.actions(request.service()).contains(request.action())) {
            return false;
        }
        if (tags.length > 0 && !tagged(request)) {
            return false;
        }
        return (rule == null || rule.holds(request)) && policy.unknown().isEmpty();
    }

    /** Judges everything but the subject, the service included. */
    boolean permitsAlone(Request request) {
        return (service == null || service.equals(request.service())) && permits(request);
    }

    /** Judges a subject that is described by attributes: a service's, or an odd one. */
    boolean isFor(Asker asker) {
        for (var test : subject) {
            if (!holds(test, asker)) {
                return false;
            }
        }
        return subject.length > 0;
    }

    /**
     * Counts what fails, weighted by how far away it makes the policy; 0 means that it permits. Stops counting, at a number
     * beyond the limit, when the policy is too far away to be shown.
     */
    int distance(Request request, boolean described, int limit) {
        int distance = OTHER_RESOURCE * plain.countFailed(request);
        if (distance > limit) {
            return distance;
        }
        if (service != null && !service.equals(request.service())) {
            distance += OTHER_SERVICE;
        } else if (!grants(request)) {
            distance += OTHER_ROLE;
        }
        if (distance > limit) {
            return distance;
        }
        for (var test : resource) {
            distance += test.holds(request) ? 0 : OTHER_RESOURCE;
        }
        if (servicesOnly && !ServiceKinds.SERVICE.equals(request.slot(Slots.SERVICE_TYPE))) {
            distance += OTHER_SERVICE;
        }
        for (var test : tags) {
            distance += holdsTag(test, request) ? 0 : OTHER_RESOURCE;
        }
        if (described && !isFor(request.asker())) {
            distance += FOR_OTHERS;
        }
        return distance
                + (rule == null || rule.holds(request) ? 0 : OTHER_TIME)
                + (policy.unknown().isPresent() ? OTHER_TIME : 0);
    }

    /** Lists what fails. */
    List<FailedClause> failures(Request request, boolean described) {
        var failed = new ArrayList<FailedClause>();
        if (described) {
            for (var test : subject) {
                if (!holds(test, request.asker())) {
                    var key = test.attribute().key();
                    failed.add(test.failure(
                            FailedClause.Kind.SUBJECT, request.asker().service().get(key)));
                }
            }
        }
        if (service != null && !service.equals(request.service())) {
            failed.add(FailedClause.of(
                    FailedClause.Kind.RESOURCE,
                    Attribute.of("serviceName", service),
                    Optional.ofNullable(request.slot(Slots.SERVICE))));
        } else if (!grants(request)) {
            failed.add(actionClause(request));
        }
        plain.addFailed(request, failed);
        for (var test : resource) {
            if (!test.holds(request)) {
                failed.add(test.failure(request));
            }
        }
        if (servicesOnly && !ServiceKinds.SERVICE.equals(request.slot(Slots.SERVICE_TYPE))) {
            failed.add(FailedClause.of(
                    FailedClause.Kind.RESOURCE,
                    Attribute.of("serviceType", ServiceKinds.SERVICE),
                    Optional.ofNullable(request.slot(Slots.SERVICE_TYPE))));
        }
        for (var test : tags) {
            if (!holdsTag(test, request)) {
                var values = request.tags().get(test.attribute().key());
                failed.add(test.failure(FailedClause.Kind.RESOURCE, values == null ? null : String.join(", ", values)));
            }
        }
        if (rule != null && !rule.holds(request)) {
            rule.failures(request, failed);
        }
        return failed;
    }

    /** Lists what the policy says that can't be judged. */
    List<String> notModelled() {
        var parts = new ArrayList<String>();
        policy.unknown().ifPresent(json -> parts.add("a shape that is not known"));
        if (rule != null) {
            rule.notModelled(parts);
        }
        for (var test : resource) {
            if (test.test() == TextTest.NEVER) {
                parts.add("the comparison " + test.attribute());
            }
        }
        return parts;
    }

    private boolean grants(Request request) {
        return granted != null
                ? granted.contains(request.action())
                : roles.actions(request.service()).contains(request.action());
    }

    private FailedClause actionClause(Request request) {
        boolean known = !roles.actions(request.service()).isEmpty();
        return new FailedClause(
                known ? FailedClause.Kind.ACTION : FailedClause.Kind.ROLE,
                "action",
                known ? "in" : "known",
                String.join(
                        ", ", policy.roles().stream().map(RoleId::displayName).toList()),
                Optional.of(request.action()));
    }

    private boolean tagged(Request request) {
        for (var test : tags) {
            if (!holdsTag(test, request)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsTag(AttributeTest test, Request request) {
        var values = request.tags().get(test.attribute().key());
        return values != null && test.holdsForTags(values);
    }

    private static boolean holds(AttributeTest test, Asker asker) {
        return switch (test.attribute().key()) {
            case "iam_id" -> test.test().test(asker.isAnybody() ? null : asker.id());
            default -> test.holdsForCaller(asker);
        };
    }

    /** The index settles the service; the account is settled once for all policies. */
    private static boolean isSettled(Attribute attribute, AccountId account) {
        return attribute.isPlain()
                && (attribute.key().equals(Slots.name(Slots.SERVICE))
                        || (attribute.key().equals(Slots.name(Slots.ACCOUNT))
                                && attribute.value().texts().get(0).equals(account.value())));
    }

    /** A policy on a resource group alone never means account management (IBM's pages: "all service resources in that group"). */
    private static boolean isServicesOnly(List<Attribute> attributes) {
        boolean group = false;
        for (var attribute : attributes) {
            switch (attribute.key()) {
                case "serviceName", "serviceType", "service_group_id" -> {
                    return false;
                }
                case "resourceGroupId" -> group = true;
                default -> {}
            }
        }
        return group;
    }
}
