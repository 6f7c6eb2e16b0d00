// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.Optional;

/**
 * Who sends a request, as his token says.
 *
 * @param iamId such as {@code IBMid-…}, {@code iam-ServiceId-…}, {@code iam-Profile-…}, {@code crn-crn:v1:…}; empty for nobody
 * @param kind what sort of identity
 * @param name a human name
 * @param accountId the account the token acts in, where it has one
 * @param authnId who really logged in; the same as {@code iamId} unless a profile was assumed
 * @param authnName his name
 * @param credential token, apikey, apikey-serviceid …, as audit events name it
 */
public record Caller(
        String iamId,
        Kind kind,
        String name,
        Optional<String> accountId,
        String authnId,
        String authnName,
        String credential) {
    /** Nobody: no credentials were sent, on a route that needs none. */
    public static final Caller NOBODY = new Caller("", Kind.NOBODY, "", Optional.empty(), "", "", "public-access");

    /** The sorts of identity. */
    public enum Kind {
        /** A person. */
        USER("user"),
        /** A service ID. */
        SERVICE_ID("serviceid"),
        /** A trusted profile. */
        PROFILE("profile"),
        /** A service or resource, known by its CRN. */
        CRN("clientid"),
        /** Nobody. */
        NOBODY("clientid");

        private final String auditType;

        Kind(String auditType) {
            this.auditType = auditType;
        }

        /** Returns the last word of the initiator's type in audit events. */
        public String auditType() {
            return auditType;
        }

        /** Tells the sort from an IAM id. */
        public static Kind of(String iamId) {
            if (iamId.startsWith("iam-ServiceId-")) {
                return SERVICE_ID;
            }
            if (iamId.startsWith("iam-Profile-")) {
                return PROFILE;
            }
            return iamId.startsWith("crn-") ? CRN : USER;
        }
    }

    /** Makes a caller that acts for himself. */
    public static Caller of(String iamId, String name, String accountId, String credential) {
        return new Caller(iamId, Kind.of(iamId), name, Optional.of(accountId), iamId, name, credential);
    }

    /** Tells whether somebody is there. */
    public boolean known() {
        return kind != Kind.NOBODY;
    }

    /** Tells whether the token acts in this account. */
    public boolean actsIn(String account) {
        return accountId.isPresent() && accountId.get().equals(account);
    }
}
