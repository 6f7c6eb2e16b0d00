package io.lanyard.accessgroups;

import io.lanyard.core.IamId;

/**
 * Access groups: an identity that shall be in a group, and what kind it is.
 *
 * @param iamId the identity
 * @param type  what kind it is
 */
public record NewMember(IamId iamId, MemberType type) {

    /**
     * Takes the kind from how the IAM id begins.
     *
     * @param identity the identity
     * @return it, with its kind
     */
    public static NewMember of(IamId identity) {
        return new NewMember(identity, MemberType.of(identity));
    }
}
