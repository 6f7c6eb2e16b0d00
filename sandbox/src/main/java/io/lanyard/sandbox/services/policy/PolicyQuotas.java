// Room: sandbox / policy management. How many policies an account may have (quotas.md).
package io.lanyard.sandbox.services.policy;

/**
 * The account's limits; IBM raises them on request, so they can be set per account.
 *
 * @param policies active policies of the account
 * @param perSubject active policies of one subject
 * @param tagged active policies with access tags
 */
public record PolicyQuotas(int policies, int perSubject, int tagged) {
    /** What a new account has. */
    public static final PolicyQuotas DEFAULT = new PolicyQuotas(4_020, 1_000, 500);
}
