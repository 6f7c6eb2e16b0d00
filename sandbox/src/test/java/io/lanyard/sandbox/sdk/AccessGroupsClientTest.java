// Room: sandbox / tests. Every operation of the access groups client, for real.
package io.lanyard.sandbox.sdk;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.SERVICE_ID_CREATOR;
import static io.lanyard.policy.Targets.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.accessgroups.AccessGroup;
import io.lanyard.accessgroups.AccessGroupId;
import io.lanyard.accessgroups.AccessGroupsClient;
import io.lanyard.accessgroups.GroupOutcome;
import io.lanyard.accessgroups.Member;
import io.lanyard.accessgroups.MemberOutcome;
import io.lanyard.accessgroups.MemberType;
import io.lanyard.accessgroups.MembershipType;
import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.ConflictException;
import io.lanyard.core.IamId;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.NotFoundException;
import io.lanyard.core.PreconditionFailedException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.Restriction;
import io.lanyard.policy.PolicyClient;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AccessGroupsClientTest {

    private AccessGroupsClient accessGroups;

    @BeforeEach
    void meet(IbmCloud cloud) {
        accessGroups = new AccessGroupsClient(cloud);
    }

    @Test
    void aGroupLivesFromCreationToDeletion(IbmCloud cloud) {
        var account = cloud.requireAccount();
        var groups = accessGroups.groups();
        var created = groups.create(account, "creators", g -> g.description("who may create"));

        assertThatThrownBy(() -> groups.create(account, "creators")).isInstanceOf(ConflictException.class);
        var read = groups.get(created.id());
        assertThat(read.value().isFederated()).contains(false);
        var changed = groups.update(created.id(), g -> g.withName("makers").withDescription(""));
        assertThat(changed.value().name()).isEqualTo("makers");
        assertThat(changed.value().description()).contains("");
        assertThatThrownBy(() -> groups.replace(read, g -> g.withName("late")))
                .isInstanceOfAny(ConflictException.class, PreconditionFailedException.class);
        assertThat(groups.list(account, q -> q.nameContains("MAKE").showFederated()))
                .extracting(AccessGroup::id)
                .containsExactly(created.id());

        groups.delete(created.id());

        assertThat(groups.list(account, q -> q.withoutPublicAccess())).isEmpty();
        assertThatThrownBy(() -> groups.get(created.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsInPages(IbmCloud cloud) {
        var account = cloud.requireAccount();
        IntStream.range(0, 7).forEach(i -> accessGroups.groups().create(account, "group-" + i));

        assertThat(accessGroups
                        .groups()
                        .list(
                                account,
                                q -> q.withoutPublicAccess().byNameDescending().pageSize(3)))
                .extracting(AccessGroup::name)
                .containsExactly("group-6", "group-5", "group-4", "group-3", "group-2", "group-1", "group-0");
    }

    @Test
    void membersComeAndGo(IbmCloud cloud, SandboxAccount account) {
        var robot = new IdentityClient(cloud).serviceIds().create(account.id(), "robot");
        var group = accessGroups.groups().create(account.id(), "pullers").id();
        var nobody = IamId.of("iam-ServiceId-nobody");

        var added = accessGroups.members().add(group, account.owner(), robot.iamId(), nobody);

        assertThat(added).extracting(MemberOutcome::done).containsExactly(true, true, false);
        assertThat(added.get(2).errors().get(0).code()).contains("not_found");
        assertThat(accessGroups.members().list(group, q -> q.byName()))
                .extracting(Member::iamId)
                .containsExactly(account.owner(), robot.iamId());
        assertThat(accessGroups
                        .members()
                        .list(group, q -> q.type(MemberType.SERVICE).membership(MembershipType.ALL)))
                .extracting(Member::iamId)
                .containsExactly(robot.iamId());
        assertThat(accessGroups.members().contains(group, robot.iamId())).isTrue();
        assertThat(accessGroups
                        .groups()
                        .list(account.id(), q -> q.with(robot.iamId()).withoutPublicAccess()))
                .hasSize(1);
        assertThatThrownBy(() -> accessGroups.groups().delete(group)).isInstanceOf(ConflictException.class);

        accessGroups.members().remove(group, robot.iamId());

        assertThat(accessGroups.members().contains(group, robot.iamId())).isFalse();
        assertThat(accessGroups.members().remove(group, List.of(account.owner(), nobody)))
                .extracting(MemberOutcome::done)
                .containsExactly(true, false);
        accessGroups.members().add(group, account.owner());
        accessGroups.groups().deleteWithMembers(group);
    }

    @Test
    void oneIdentityJoinsSeveralGroupsAndLeavesAll(IbmCloud cloud, SandboxAccount account) {
        var robot = new IdentityClient(cloud).serviceIds().create(account.id(), "robot");
        var first = accessGroups.groups().create(account.id(), "first").id();
        var second = accessGroups.groups().create(account.id(), "second").id();

        assertThat(accessGroups
                        .members()
                        .addToAll(account.id(), robot.iamId(), List.of(first, AccessGroupId.of("x"), second)))
                .extracting(GroupOutcome::done)
                .containsExactly(true, false, true);
        assertThat(accessGroups.members().removeFromAll(account.id(), robot.iamId()))
                .extracting(GroupOutcome::accessGroupId)
                .containsExactlyInAnyOrder(first, second);
        assertThatThrownBy(() -> accessGroups.members().removeFromAll(account.id(), robot.iamId()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aGroupsPolicyCountsForItsMembers(IbmCloud cloud, SandboxAccount account) {
        var identity = new IdentityClient(cloud);
        identity.accountSettings().update(account.id(), s -> s.withServiceIdCreation(Restriction.RESTRICTED));
        var creators = accessGroups.groups().create(account.id(), "creators").id();
        new PolicyClient(cloud)
                .policies()
                .create(grant(SERVICE_ID_CREATOR).toGroup(creators.value()).on(service("iam-identity", account.id())));
        assertThatThrownBy(() -> identity.serviceIds().create(account.id(), "robot"))
                .isInstanceOf(AccessDeniedException.class);

        accessGroups.members().add(creators, account.owner());

        assertThat(identity.serviceIds().create(account.id(), "robot").name()).isEqualTo("robot");
    }

    @Test
    void theGroupOfEverybodyIsSwitchedNotChanged(IbmCloud cloud) {
        var account = cloud.requireAccount();

        assertThat(accessGroups.publicAccess().get(account).publicAccessEnabled())
                .isTrue();
        assertThat(accessGroups.publicAccess().disable(account).publicAccessEnabled())
                .isFalse();
        assertThat(accessGroups.publicAccess().enable(account).publicAccessEnabled())
                .isTrue();
        assertThatThrownBy(() -> accessGroups.groups().delete(AccessGroupId.PUBLIC_ACCESS))
                .isInstanceOf(InvalidRequestException.class);
    }
}
