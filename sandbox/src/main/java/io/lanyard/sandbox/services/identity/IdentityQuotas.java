// Room: sandbox / IAM Identity. How many of each an account may have (quotas.md).
package io.lanyard.sandbox.services.identity;

/**
 * The account's limits; IBM raises them on request, so they can be set per account.
 *
 * @param serviceIdsPerGroup service IDs in one group, the default one included
 * @param serviceIdGroups groups of service IDs
 * @param apiKeysPerIdentity API keys of one user or service ID
 */
public record IdentityQuotas(int serviceIdsPerGroup, int serviceIdGroups, int apiKeysPerIdentity) {
    /** What a new account has. */
    public static final IdentityQuotas DEFAULT = new IdentityQuotas(2_000, 50, 20);
}
