package io.lanyard.workshop.labs;

import io.lanyard.accessgroups.AccessGroup;
import io.lanyard.accessgroups.AccessGroupsClient;
import io.lanyard.accessgroups.Member;
import io.lanyard.core.IamId;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.decision.RoleTable;
import io.lanyard.policy.decision.Snapshot;
import java.util.Set;

/** Labs: an account's policies and groups, and one service's roles, as they are now, for the decision engine. */
public final class LiveSnapshot {
    private LiveSnapshot() {}

    /**
     * Reads the account.
     *
     * @param environment where it is
     * @param service whose roles count
     * @param owner who owns the account
     * @return what the decision engine needs; it asks nobody any more
     */
    public static Snapshot of(LabEnvironment environment, String service, IamId owner) {
        var account = environment.cloud().requireAccount();
        var policies = new PolicyClient(environment.cloud());
        var roles = policies.roles().list(q -> q.account(account).service(service));
        var table = RoleTable.empty();
        for (var role : roles.serviceRoles()) {
            if (role.crn().isPresent()) {
                table = table.with(service, role.crn().get(), Set.copyOf(role.actions()));
            }
        }
        var snapshot = Snapshot.of(account, table)
                .ownedBy(owner)
                .withAll(policies.policies().list(account).stream().toList());
        var groups = new AccessGroupsClient(environment.cloud());
        for (AccessGroup group : groups.groups().list(account, q -> q.withoutPublicAccess())) {
            for (Member member : groups.members().list(group.id())) {
                snapshot = snapshot.member(member.iamId(), group.id().value());
            }
        }
        return snapshot;
    }
}
