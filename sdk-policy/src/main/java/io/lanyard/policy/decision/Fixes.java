package io.lanyard.policy.decision;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decision: what would permit a denied request: a role more in a policy that lacks nothing else, or the smallest grant on exactly
 * what was asked for. Nothing is proposed that doesn't permit when it is judged itself.
 */
final class Fixes {
    private static final PolicyId PROPOSED = PolicyId.of("proposed");

    /**
     * The attributes that a proposal takes over from the request; more would only make it narrower than anybody wants. An instance is
     * in one region anyway.
     */
    private static final List<Integer> TAKEN_OVER = List.of(Slots.REGION, Slots.INSTANCE, Slots.TYPE, Slots.RESOURCE);

    private final Snapshot snapshot;
    private final Request request;

    private Fixes(Snapshot snapshot, Request request) {
        this.snapshot = snapshot;
        this.request = request;
    }

    static List<Fix> of(Snapshot snapshot, Request request, List<Candidate> candidates) {
        return new Fixes(snapshot, request).find(candidates);
    }

    private List<Fix> find(List<Candidate> candidates) {
        var least = leastRole();
        if (least.isEmpty()) {
            return List.of();
        }
        var fixes = new ArrayList<Fix>(2);
        var resource = resource();
        boolean sameResource = false;
        if (!candidates.isEmpty() && lacksOnlyARole(candidates.get(0))) {
            var nearest = candidates.get(0).policy();
            var grant = nearest.grant().plusRoles(List.of(least.get()));
            sameResource = nearest.resource().equals(resource);
            if (permits(grant)) {
                fixes.add(new Fix(grant, Optional.of(nearest.id()), Wording.addRole(least.get(), nearest)));
            }
        }
        if (!sameResource) {
            proposal(least.get(), resource)
                    .filter(this::permits)
                    .ifPresent(grant -> fixes.add(new Fix(grant, Optional.empty(), words(grant))));
        }
        return fixes;
    }

    /** Who gives access in an account is that account's to say, so whoever comes from another one had better ask than be let. */
    private String words(Grant grant) {
        var home = request.asker().home();
        boolean abroad = !home.isEmpty() && !home.equals(snapshot.account().value());
        return abroad && request.action().equals("iam.policy.create")
                ? Wording.letThem(grant, snapshot.account())
                : Wording.grant(grant);
    }

    /** A service passes on what it may do by the one role that only authorizations carry. */
    private Optional<RoleId> leastRole() {
        return request.asker().isService() && request.action().equals("iam.delegationPolicy.create")
                ? Optional.of(RoleId.AUTHORIZATION_DELEGATOR)
                : snapshot.actions().smallest(request.service(), request.action());
    }

    private static boolean lacksOnlyARole(Candidate candidate) {
        return !candidate.failed().isEmpty()
                && candidate.failed().stream()
                        .allMatch(clause ->
                                clause.kind() == FailedClause.Kind.ACTION || clause.kind() == FailedClause.Kind.ROLE);
    }

    /**
     * Asks again with the grant. It is judged alone, because policies only add up; it reaches who asks because it names him, or
     * named him before.
     */
    private boolean permits(Grant grant) {
        return Compiled.of(Policy.of(PROPOSED, grant), snapshot.account(), snapshot.actions())
                .permitsAlone(request);
    }

    private Optional<Grant> proposal(RoleId role, Resource resource) {
        var grant = Grant.grant(role).on(resource);
        var asker = request.asker();
        if (asker.isAnybody()) {
            return snapshot.hasPublicAccess() ? Optional.of(grant.toEverybody()) : Optional.empty();
        }
        if (!asker.isService()) {
            return Optional.of(grant.to(IamId.of(asker.id())));
        }
        var name = asker.service().get("serviceName");
        var account = asker.service().get("accountId");
        if (name == null || account == null) {
            return Optional.empty();
        }
        var subject = Subject.service(name, AccountId.of(account));
        var instance = asker.service().get("serviceInstance");
        return Optional.of(
                grant.toService(instance == null ? subject : subject.attribute("serviceInstance", instance)));
    }

    private Resource resource() {
        var resource = Resource.NONE.attribute("accountId", snapshot.account().value());
        var service = request.slot(Slots.SERVICE);
        if (service != null) {
            resource = resource.attribute("serviceName", service);
        } else {
            for (int slot : new int[] {Slots.SERVICE_GROUP, Slots.SERVICE_TYPE, Slots.RESOURCE_GROUP}) {
                var value = request.attributes().get(Slots.name(slot));
                resource = value == null ? resource : resource.attribute(Slots.name(slot), value);
            }
        }
        for (int slot : TAKEN_OVER) {
            var value = slot == Slots.REGION && request.slot(Slots.INSTANCE) != null ? null : request.slot(slot);
            resource = value == null ? resource : resource.attribute(Slots.name(slot), value);
        }
        var geography = request.attributes().get("geography");
        return geography == null || request.slot(Slots.REGION) != null
                ? resource
                : resource.attribute("geography", geography);
    }
}
