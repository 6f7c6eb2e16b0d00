// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import static io.lanyard.sandbox.kernel.Problem.BAD_REQUEST;
import static io.lanyard.sandbox.kernel.Problem.FORBIDDEN;
import static io.lanyard.sandbox.kernel.Problem.UNAUTHENTICATED;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ApiKeyEntry;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.User;
import java.util.Optional;

/**
 * Checks what somebody shows to log in: an API key, a refresh token, a passcode, a password. The order of checks is that of IBM's
 * documentation: known, not disabled, not expired, the identity still exists, its state allows it.
 */
public final class Logins {
    /** The grant type of API keys. */
    public static final String APIKEY = "urn:ibm:params:oauth:grant-type:apikey";

    static final String PASSCODE = "urn:ibm:params:oauth:grant-type:passcode";
    static final String REFRESH = "refresh_token";
    static final String PASSWORD = "password";

    private final Directory directory;

    /** Looks identities up in this directory. */
    public Logins(Directory directory) {
        this.directory = directory;
    }

    /**
     * Logs in with an API key.
     *
     * @throws Refusal with the token service's code: BXNIM0415E unknown or expired, BXNIM0462E disabled, BXNIM0501E suspended
     */
    public Login byKey(String value) {
        var found = directory.key(value).orElseThrow(Logins::noSuchKey);
        var key = found.key();
        var account = found.account();
        valid(account, key);
        var who = identity(account, key.iamId());
        account.used(key.id());
        account.used(key.iamId());
        return new Login(
                account,
                key.iamId(),
                who.name(),
                APIKEY,
                key.ofServiceId() ? "apikey-serviceid" : "apikey",
                key.ofServiceId() ? "iam-identity.serviceid-apikey.login" : "iam-identity.user-apikey.login",
                session(account, key),
                Optional.of(key.id()));
    }

    private static void valid(Account account, ApiKeyEntry key) {
        if (key.disabled()) {
            throw Refusal.of(BAD_REQUEST, "Provided API key is disabled.").code("BXNIM0462E");
        }
        if (key.expiresAt().filter(end -> !account.now().isBefore(end)).isPresent()) {
            throw noSuchKey();
        }
    }

    /**
     * Goes on with a refresh token. One that came from an API key is worth as much as the key still is: whoever disables or deletes
     * that wants its holder out, at the end of his access token.
     *
     * @throws Refusal BXNIM0407E unknown, BXNIM0408E expired, BXNIM0439E its session has ended, BXNIM0462E its key is disabled,
     *     BXNIM0415E its key is gone or has expired
     */
    public Login byRefreshToken(String token) {
        var ticket = Tickets.find(directory, token)
                .orElseThrow(() -> Refusal.of(UNAUTHENTICATED, "Provided refresh_token is invalid.")
                        .code("BXNIM0407E"));
        var account = ticket.account();
        if (!account.now().isBefore(ticket.expires())) {
            throw Refusal.of(BAD_REQUEST, "Provided refresh_token is expired.").code("BXNIM0408E");
        }
        ticket.apiKey().ifPresent(this::stillValid);
        var who = identity(account, ticket.iamId());
        ticket.session().ifPresent(Sessions.of(account)::use);
        account.used(ticket.iamId());
        return new Login(
                account,
                ticket.iamId(),
                who.name(),
                REFRESH,
                "token",
                "iam-identity.user-refreshtoken.login",
                ticket.session(),
                ticket.apiKey());
    }

    private void stillValid(String keyId) {
        var home = directory.homeOf(keyId).orElseThrow(Logins::noSuchKey);
        valid(home, home.apiKeys().find(keyId).orElseThrow(Logins::noSuchKey));
    }

    /**
     * Logs in with a passcode, once.
     *
     * @throws Refusal BXNIM0400E unknown, used or too old
     */
    Login byPasscode(String passcode) {
        var ticket = Tickets.takePasscode(directory, passcode)
                .filter(t -> t.account().now().isBefore(t.expires()))
                .orElseThrow(
                        () -> Refusal.of(UNAUTHENTICATED, "The passcode is not known, was used before, or is too old.")
                                .code("BXNIM0400E"));
        ticket.apiKey().ifPresent(this::stillValid);
        var who = identity(ticket.account(), ticket.iamId());
        ticket.account().used(ticket.iamId());
        return new Login(
                ticket.account(),
                ticket.iamId(),
                who.name(),
                PASSCODE,
                "user",
                "iam-identity.user-passcode.login",
                Optional.of(Sessions.of(ticket.account()).open(ticket.iamId())),
                ticket.apiKey());
    }

    /**
     * Logs a seeded user in with user name and password, into the account that is named.
     *
     * @throws Refusal BXNIM0602E wrong, BXNIM0141E no member, BXNIM0400E a password is not enough
     */
    Login byPassword(String username, String password, String accountId) {
        var account = directory
                .account(accountId)
                .orElseThrow(() -> Refusal.of(BAD_REQUEST, "User is not member of the specified account.")
                        .code("BXNIM0141E"));
        var user = account.users().stream()
                .filter(u -> u.email().equalsIgnoreCase(username))
                .findFirst()
                .filter(u -> Passwords.of(account).fits(u.iamId(), password))
                .orElseThrow(() -> Refusal.of(UNAUTHENTICATED, "The credentials you entered are incorrect.")
                        .code("BXNIM0602E"));
        identity(account, user.iamId());
        Admission.password(account, user.iamId());
        account.used(user.iamId());
        return new Login(
                account,
                user.iamId(),
                user.name(),
                PASSWORD,
                "user",
                "iam-identity.user-refreshtoken.login",
                Optional.of(Sessions.of(account).open(user.iamId())),
                Optional.empty());
    }

    /** Moves a login into another account of the same person. */
    Login into(Login login, String accountId) {
        if (login.account().id().equals(accountId)) {
            return login;
        }
        var other = directory
                .account(accountId)
                .filter(account ->
                        account.users().find(login.iamId()).filter(User::active).isPresent())
                .orElseThrow(() -> Refusal.of(BAD_REQUEST, "User is not member of the specified account.")
                        .code("BXNIM0141E"));
        return new Login(
                other,
                login.iamId(),
                login.name(),
                login.grant(),
                login.credential(),
                login.auditAction(),
                login.session().map(session -> Sessions.of(other).open(login.iamId())),
                login.apiKey());
    }

    /**
     * Lets a login through if the client's address is one from which tokens may be asked for.
     *
     * @throws Refusal BXNIM0501E the account's list, or the user's, doesn't include it
     */
    public Login admit(Login login, String peer) {
        Admission.address(login.account(), login.iamId(), peer);
        return login;
    }

    /** Says why tokens may not be asked for by a caller from an address; empty when they may. */
    public Optional<String> keptOut(Caller caller, String peer) {
        return caller.accountId()
                .flatMap(directory::account)
                .flatMap(account -> Admission.keptOut(account, caller.iamId(), peer));
    }

    static Identity identity(Account account, String iamId) {
        var user = account.users().find(iamId);
        if (user.isPresent() && !user.get().active()) {
            throw Refusal.of(FORBIDDEN, "User is not authorized.")
                    .code("BXNIM0501E")
                    .details("The user's state in this account is " + user.get().state() + ".");
        }
        return Identity.find(account, iamId).orElseThrow(Logins::noSuchKey);
    }

    private static Optional<String> session(Account account, ApiKeyEntry key) {
        return key.supportSessions() ? Optional.of(Sessions.of(account).open(key.iamId())) : Optional.empty();
    }

    private static Refusal noSuchKey() {
        return Refusal.of(BAD_REQUEST, "Provided API key could not be found.")
                .code("BXNIM0415E")
                .details("BXNIM0102E: Unable to find Object. Object Type: 'ApiKey'.");
    }
}
