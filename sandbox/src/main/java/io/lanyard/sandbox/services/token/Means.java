// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

/** What somebody shows to log in. */
enum Means {
    USER_KEY(Logins.APIKEY, "apikey", "iam-identity.user-apikey.login"),
    SERVICE_ID_KEY(Logins.APIKEY, "apikey-serviceid", "iam-identity.serviceid-apikey.login"),
    REFRESH_TOKEN(Logins.REFRESH, "token", "iam-identity.user-refreshtoken.login"),
    PASSCODE(Logins.PASSCODE, "user", "iam-identity.user-passcode.login"),
    PASSWORD(Logins.PASSWORD, "user", "iam-identity.user-refreshtoken.login"),
    /** Which event this leaves isn't published. */
    AUTHORIZATION(ServiceLogins.AUTHORIZATION, "s2s-authorization", "");

    private final String grant;
    private final String credential;
    private final String auditAction;

    Means(String grant, String credential, String auditAction) {
        this.grant = grant;
        this.credential = credential;
        this.auditAction = auditAction;
    }

    /** The grant type that the token will say. */
    String grant() {
        return grant;
    }

    /** As audit events name it: apikey, apikey-serviceid, token, user. */
    String credential() {
        return credential;
    }

    /** The audit event of such a login. */
    String auditAction() {
        return auditAction;
    }
}
