package io.lanyard.registry;

import java.util.Optional;

/**
 * Registry: how an account's registry in one region decides who may pull and push.
 *
 * @param iamAuthz    whether IAM policies are enforced; while they aren't, every identity of the account may do everything
 * @param privateOnly whether images travel over IBM's private network alone
 */
public record Enforcement(Optional<Boolean> iamAuthz, Optional<Boolean> privateOnly) {

    /**
     * Says whether access needs a policy.
     *
     * @return true once IAM policies are enforced
     */
    public boolean enforcesPolicies() {
        return iamAuthz.orElse(false);
    }
}
