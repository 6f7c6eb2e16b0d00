// Room: sandbox / policy management. What decisions about an account are made from.
package io.lanyard.sandbox.services.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.policy.decision.Snapshot;
import io.lanyard.sandbox.services.roles.AccountRoles;
import io.lanyard.sandbox.state.Account;
import java.util.function.UnaryOperator;

/**
 * The decision engine's view of an account: its owner, roles, active policies and group memberships. Readers get the
 * view of a moment without waiting; each change copies only what it touches.
 */
public final class AccessRules {
    private volatile Snapshot snapshot;
    private volatile boolean allowsPublicAccess = true;

    private AccessRules(Account account) {
        var roles = AccountRoles.of(account);
        snapshot = Snapshot.of(AccountId.of(account.id()), roles.catalog()).ownedBy(IamId.of(account.ownerIamId()));
        roles.whenChanged(() -> change(before -> before.with(roles.catalog())));
    }

    /** The rules of an account. */
    public static AccessRules of(Account account) {
        return account.part(AccessRules.class, AccessRules::new);
    }

    /** The rules of this moment. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Tells whether policies for everybody count. */
    public boolean allowsPublicAccess() {
        return allowsPublicAccess;
    }

    /** Says whether policies for everybody count; while they don't, none can be created. */
    public void allowPublicAccess(boolean allowed) {
        allowsPublicAccess = allowed;
        change(before -> before.publicAccess(allowed));
    }

    /** Changes the rules; the next decision sees it. */
    public synchronized void change(UnaryOperator<Snapshot> change) {
        snapshot = change.apply(snapshot);
    }
}
