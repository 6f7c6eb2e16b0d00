// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;

/**
 * Who somebody showed himself to be. Nothing has happened yet: {@link Logins#admit} lets him in, or refuses him without a trace.
 *
 * @param account the account that the token will act in
 * @param iamId who
 * @param name his name
 * @param means what he showed
 * @param session which session this is part of
 * @param apiKey the id of the API key that it began with, where it was one
 * @param passcode the passcode that he shows, which holds once
 */
public record Login(
        Account account,
        String iamId,
        String name,
        Means means,
        Sessions.Part session,
        Optional<String> apiKey,
        Optional<String> passcode) {

    /** A login with neither key nor passcode. */
    static Login of(Account account, String iamId, String name, Means means, Sessions.Part session) {
        return new Login(account, iamId, name, means, session, Optional.empty(), Optional.empty());
    }

    /** Returns the same in another account of his. */
    Login in(Account other) {
        return new Login(other, iamId, name, means, session.elsewhere(), apiKey, passcode);
    }

    /** Returns the same with the session that it is part of now. */
    Login in(Sessions.Part now) {
        return new Login(account, iamId, name, means, now, apiKey, passcode);
    }

    /** Returns the audit event of such a login. */
    public String auditAction() {
        return means.auditAction();
    }

    /** Returns him as the caller of a request. */
    public Caller caller() {
        return Caller.of(iamId, name, account.id(), means.credential());
    }
}
