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
 * Checks what somebody shows to log in: an API key, a refresh token, a passcode, a password; then lets him in. The order of checks is that of IBM's
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
     * Who an API key is.
     *
     * @throws Refusal with the token service's code: BXNIM0415E unknown or expired, BXNIM0462E disabled, BXNIM0501E suspended
     */
    public Login byKey(String value) {
        return byKey(value, Client.UNNAMED);
    }

    /** The same at a client: keys that ask for sessions get one at the command line, not for API calls (identity.md §4.3). */
    Login byKey(String value, Client client) {
        var found = directory.key(value).orElseThrow(Logins::noSuchKey);
        var key = found.key();
        valid(found.account(), key);
        return new Login(
                found.account(),
                key.iamId(),
                identity(found.account(), key.iamId()).name(),
                key.ofServiceId() ? Means.SERVICE_ID_KEY : Means.USER_KEY,
                client.named() && key.supportSessions() ? Sessions.Part.NEW : Sessions.Part.NONE,
                Optional.of(key.id()),
                Optional.empty());
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
     * Who a refresh token goes on as. One that came from an API key is worth as much as the key still is: whoever disables or deletes
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
        ticket.session().id().ifPresent(Sessions.of(account)::check);
        return new Login(
                account,
                ticket.iamId(),
                who.name(),
                Means.REFRESH_TOKEN,
                ticket.session(),
                ticket.apiKey(),
                Optional.empty());
    }

    private void stillValid(String keyId) {
        var home = directory.homeOf(keyId).orElseThrow(Logins::noSuchKey);
        valid(home, home.apiKeys().find(keyId).orElseThrow(Logins::noSuchKey));
    }

    /**
     * Who a passcode was made for.
     *
     * @throws Refusal BXNIM0400E unknown, used or too old
     */
    Login byPasscode(String passcode) {
        var ticket = Tickets.findPasscode(directory, passcode)
                .filter(t -> t.account().now().isBefore(t.expires()))
                .orElseThrow(Logins::noSuchPasscode);
        ticket.apiKey().ifPresent(this::stillValid);
        var who = identity(ticket.account(), ticket.iamId());
        return new Login(
                ticket.account(),
                ticket.iamId(),
                who.name(),
                Means.PASSCODE,
                Sessions.Part.NEW,
                ticket.apiKey(),
                Optional.of(passcode));
    }

    private static Refusal noSuchPasscode() {
        return Refusal.of(UNAUTHENTICATED, "The passcode is not known, was used before, or is too old.")
                .code("BXNIM0400E");
    }

    /**
     * Which seeded user a name and a password are, in the account that is named.
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
        return Login.of(account, user.iamId(), user.name(), Means.PASSWORD, Sessions.Part.NEW);
    }

    /**
     * Moves a login into another account of the same person. What began with an API key stays in the account in which that was made:
     * else one could step over what an account says of keys from outside (external-interactions.md §1).
     *
     * @throws Refusal BXNIM0106E it began with a key of another account, BXNIM0141E he is no member there
     */
    Login into(Login login, String accountId) {
        if (login.account().id().equals(accountId)) {
            return login;
        }
        if (login.apiKey().isPresent()) {
            throw Refusal.of(
                            BAD_REQUEST,
                            "Validation of property 'bss_account' failed: an API key acts in the account in which it was"
                                    + " created. Use a key that was created in the other account.")
                    .code("BXNIM0106E");
        }
        return login.in(directory
                .account(accountId)
                .filter(account ->
                        account.users().find(login.iamId()).filter(User::active).isPresent())
                .orElseThrow(() -> Refusal.of(BAD_REQUEST, "User is not member of the specified account.")
                        .code("BXNIM0141E")));
    }

    /**
     * Lets a login in if the client's address is one from which tokens may be asked for: his passcode is used up, his session begins
     * or goes on, and he is counted. A refused one leaves no trace.
     *
     * @throws Refusal BXNIM0501E the account's list, or the user's, doesn't include it; BXNIM0400E, BXNIM0439E the passcode or the
     *     session ended this very moment
     */
    public Login admit(Login login, String peer) {
        var account = login.account();
        Admission.address(account, login.iamId(), peer);
        login.passcode().filter(code -> !Tickets.of(account).take(code)).ifPresent(late -> {
            throw noSuchPasscode();
        });
        var session = Sessions.of(account).enter(login.session(), login.iamId());
        if (login.means().grant().equals(APIKEY)) {
            login.apiKey().ifPresent(account::used);
        }
        account.used(login.iamId());
        return login.in(session);
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

    private static Refusal noSuchKey() {
        return Refusal.of(BAD_REQUEST, "Provided API key could not be found.")
                .code("BXNIM0415E")
                .details("BXNIM0102E: Unable to find Object. Object Type: 'ApiKey'.");
    }
}
