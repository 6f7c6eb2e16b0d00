// Room: sandbox / access groups. The groups of an account; every change of members reaches the next decision.
package io.lanyard.sandbox.services.groups;

import io.lanyard.core.IamId;
import io.lanyard.policy.decision.Snapshot;
import io.lanyard.sandbox.services.policy.AccessRules;
import io.lanyard.sandbox.services.policy.PolicyStore;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups, and whether policies for everybody count. */
public final class GroupStore {
    static final String PUBLIC = "AccessGroupId-PublicAccess";

    private final Account account;
    private final Store<Group> groups;
    private final Group everybody;
    private volatile Instant settingsModifiedAt;
    private volatile String settingsModifiedBy;

    private GroupStore(Account account) {
        this.account = account;
        groups = account.store((id, before, after) -> follow(id, before, after));
        settingsModifiedAt = account.now();
        settingsModifiedBy = account.ownerIamId();
        everybody = new Group(
                PUBLIC,
                account.id(),
                "Public Access",
                "All users and service IDs, and callers without an identity",
                account.now(),
                account.ownerIamId(),
                account.now(),
                account.ownerIamId(),
                "1-" + account.id(),
                Map.of(),
                Map.of());
    }

    /** The groups of an account. */
    public static GroupStore of(Account account) {
        return account.part(GroupStore.class, GroupStore::new);
    }

    /** Takes an identity out of all groups, as its deletion demands. */
    public void forget(String iamId) {
        groups.stream()
                .filter(group -> group.members().containsKey(iamId))
                .toList()
                .forEach(group -> remove(group, iamId));
    }

    private void follow(String id, @Nullable Group before, @Nullable Group after) {
        Set<String> old = before == null ? Set.of() : before.members().keySet();
        Set<String> now = after == null ? Set.of() : after.members().keySet();
        if (!old.equals(now)) {
            AccessRules.of(account).change(rules -> moved(rules, id, old, now));
        }
        if (after == null) {
            PolicyStore.of(account).removeSubject(id);
        }
    }

    private static Snapshot moved(Snapshot rules, String group, Set<String> old, Set<String> now) {
        var changed = rules;
        for (var iamId : old) {
            changed = now.contains(iamId) ? changed : changed.notMember(IamId.of(iamId), group);
        }
        for (var iamId : now) {
            changed = old.contains(iamId) ? changed : changed.member(IamId.of(iamId), group);
        }
        return changed;
    }

    Optional<Group> find(String id) {
        return groups.find(id);
    }

    /** The built-in group of everybody. */
    Group everybody() {
        return everybody;
    }

    List<Group> all() {
        return groups.stream().toList();
    }

    void put(Group group) {
        groups.put(group.id(), group);
    }

    void delete(String id) {
        groups.remove(id);
    }

    boolean named(String name, String exceptId) {
        return groups.stream()
                .anyMatch(group -> group.name().equals(name) && !group.id().equals(exceptId));
    }

    void add(Group group, Group.Member member) {
        var members = new LinkedHashMap<>(group.members());
        members.putIfAbsent(member.iamId(), member);
        put(group.withMembers(members));
    }

    void remove(Group group, String iamId) {
        var members = new LinkedHashMap<>(group.members());
        members.remove(iamId);
        put(group.withMembers(members));
    }

    /** How many groups an identity is in. */
    long groupsOf(String iamId) {
        return groups.stream()
                .filter(group -> group.members().containsKey(iamId))
                .count();
    }

    boolean publicAccess() {
        return AccessRules.of(account).allowsPublicAccess();
    }

    Instant settingsModifiedAt() {
        return settingsModifiedAt;
    }

    String settingsModifiedBy() {
        return settingsModifiedBy;
    }

    /** Switches public access; switching it off deletes the policies of everybody's group for good. */
    void publicAccess(boolean allowed, String by) {
        if (!allowed) {
            PolicyStore.of(account).removeSubject(PUBLIC);
        }
        AccessRules.of(account).allowPublicAccess(allowed);
        settingsModifiedAt = account.now();
        settingsModifiedBy = by;
    }
}
