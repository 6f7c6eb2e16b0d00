package io.lanyard.policy.decision;

import io.lanyard.policy.RoleId;
import io.lanyard.policy.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decision: goes to the buckets of who asks, own first, then groups, then everybody's, and stops at the first policy that permits.
 */
final class Judge {
    private static final List<RoleId> OWNER_ROLES = List.of(RoleId.ADMINISTRATOR, RoleId.MANAGER);
    private static final List<RoleId> EXPLICIT_ROLES =
            List.of(RoleId.TEMPLATE_ADMINISTRATOR, RoleId.TEMPLATE_ASSIGNMENT_ADMINISTRATOR);

    private Judge() {}

    static Decision decide(Snapshot snapshot, Request request) {
        if (!snapshot.account().value().equals(request.slot(Slots.ACCOUNT))) {
            return new Deny(snapshot, request);
        }
        var permit = request.asker().isService() ? forService(snapshot, request) : forIdentity(snapshot, request);
        return permit == null ? new Deny(snapshot, request) : permit;
    }

    private static @Nullable Permit forIdentity(Snapshot snapshot, Request request) {
        var asker = request.asker();
        var index = snapshot.index();
        if (!asker.isAnybody()) {
            if (snapshot.isOwnedBy(asker.id()) && ownerMay(snapshot, request)) {
                return new Permit(request, Permit.Via.OWNER, null, null);
            }
            var hit = permitting(index.identities().get(asker.id()), request, false);
            if (hit == null) {
                var permit = throughGroups(index, snapshot.groupsOf(asker.id()), request);
                permit = permit == null ? throughGroups(index, asker.groups(), request) : permit;
                if (permit != null) {
                    return permit;
                }
                hit = permitting(index.described(), request, true);
            }
            if (hit != null) {
                return new Permit(request, Permit.Via.OWN, hit.policy(), null);
            }
        }
        if (snapshot.hasPublicAccess()) {
            var hit = permitting(index.groups().get(Subject.PUBLIC_ACCESS), request, false);
            if (hit != null) {
                return new Permit(request, Permit.Via.PUBLIC, hit.policy(), Subject.PUBLIC_ACCESS);
            }
        }
        return null;
    }

    private static @Nullable Permit forService(Snapshot snapshot, Request request) {
        var index = snapshot.index();
        var name = request.asker().service().get("serviceName");
        var hit = name == null ? null : permitting(index.services().get(name), request, true);
        if (hit == null) {
            hit = permitting(index.authorizations(), request, true);
        }
        return hit == null ? null : new Permit(request, Permit.Via.AUTHORIZATION, hit.policy(), null);
    }

    private static @Nullable Permit throughGroups(Index index, List<String> groups, Request request) {
        for (int i = 0; i < groups.size(); i++) {
            var hit = permitting(index.groups().get(groups.get(i)), request, false);
            if (hit != null) {
                return new Permit(request, Permit.Via.GROUP, hit.policy(), groups.get(i));
            }
        }
        return null;
    }

    private static @Nullable Compiled permitting(@Nullable Bucket bucket, Request request, boolean described) {
        return bucket == null ? null : bucket.permitting(request, described);
    }

    /**
     * The owner is Administrator and Manager of everything, except for what takes a role of its own: restricted creation, and the
     * templates of an enterprise. An action that no role knows is his as well.
     */
    private static boolean ownerMay(Snapshot snapshot, Request request) {
        if (snapshot.isRestricted(request.action())) {
            return false;
        }
        var service = request.service();
        var actions = snapshot.actions();
        return actions.of(OWNER_ROLES).actions(service).contains(request.action())
                || !actions.of(EXPLICIT_ROLES).actions(service).contains(request.action());
    }
}
