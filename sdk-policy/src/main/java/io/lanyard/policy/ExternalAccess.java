package io.lanyard.policy;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.AccountId;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Policy: what an account does about one type of identities whose token is from another account.
 *
 * @param state what it does
 * @param allowedAccounts the accounts whose tokens are let in all the same; they mean nothing while the state is
 *     {@link ExternalState#ENABLED}
 */
public record ExternalAccess(
        ExternalState state,
        @SerializedName("external_allowed_accounts") List<AccountId> allowedAccounts) {

    /** Drops accounts that are named twice. */
    public ExternalAccess {
        allowedAccounts = List.copyOf(new LinkedHashSet<>(allowedAccounts));
    }

    /**
     * Lets everybody in who has a policy; what every account begins with.
     *
     * @return the rule
     */
    public static ExternalAccess open() {
        return new ExternalAccess(ExternalState.ENABLED, List.of());
    }

    /**
     * Lets everybody in, and tells who would be kept out.
     *
     * @param allowed the accounts that would not be kept out
     * @return the rule
     */
    public static ExternalAccess reportOnly(AccountId... allowed) {
        return new ExternalAccess(ExternalState.MONITOR, List.of(allowed));
    }

    /**
     * Keeps everybody out whose account isn't allowed. Trusted profiles of the account itself are never kept out.
     *
     * @param allowed the accounts that are let in; none: only keys of this account work
     * @return the rule
     */
    public static ExternalAccess limited(AccountId... allowed) {
        return new ExternalAccess(ExternalState.LIMITED, List.of(allowed));
    }

    /**
     * Does something else about them, and keeps the list of accounts.
     *
     * @param state what it does
     * @return the rule
     */
    public ExternalAccess with(ExternalState state) {
        return new ExternalAccess(state, allowedAccounts);
    }

    /**
     * Allows more accounts.
     *
     * @param more the accounts
     * @return the rule
     */
    public ExternalAccess allowing(AccountId... more) {
        var all = new LinkedHashSet<>(allowedAccounts);
        all.addAll(List.of(more));
        return new ExternalAccess(state, List.copyOf(all));
    }

    /**
     * Looks an account up.
     *
     * @param account the account that a token is from
     * @return whether its tokens are let in
     */
    public boolean allows(AccountId account) {
        return allowedAccounts.contains(account);
    }
}
