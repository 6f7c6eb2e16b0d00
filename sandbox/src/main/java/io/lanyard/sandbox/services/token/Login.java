// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;

/**
 * A login that succeeded: who, into which account, by what.
 *
 * @param account the account that the token will act in
 * @param iamId who
 * @param name his name
 * @param grant the grant type that the token will say
 * @param credential what he showed, as audit events name it: apikey, apikey-serviceid, token, user
 * @param auditAction the audit event of this login
 * @param session the session behind it, where there is one
 * @param apiKey the id of the API key that it began with, where it was one
 */
public record Login(
        Account account,
        String iamId,
        String name,
        String grant,
        String credential,
        String auditAction,
        Optional<String> session,
        Optional<String> apiKey) {

    /** Returns him as the caller of a request. */
    public Caller caller() {
        return Caller.of(iamId, name, account.id(), credential);
    }
}
