// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import io.lanyard.sandbox.services.settings.AccountSettings;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an account hands out to come back with: refresh tokens and passcodes. Bounded; the oldest are forgotten first. */
final class Tickets {
    private static final Duration PASSCODE_LIFE = Duration.ofMinutes(5);
    private static final int KEPT = 10_000;
    private static final int ACCOUNT_DIGITS = 32;

    /**
     * One ticket.
     *
     * @param account the account it leads into
     * @param iamId whose it is
     * @param expires when it is void
     * @param session the session behind it
     * @param apiKey the API key that it began with, where it was one
     */
    record Ticket(Account account, String iamId, Instant expires, Sessions.Part session, Optional<String> apiKey) {}

    private final Account account;
    private final Map<String, Ticket> tickets = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ticket> eldest) {
            return size() > KEPT;
        }
    };

    private Tickets(Account account) {
        this.account = account;
    }

    static Tickets of(Account account) {
        return account.part(Tickets.class, Tickets::new);
    }

    /** Makes a refresh token; its first characters are the account, so that it is found without asking every account. */
    synchronized String refreshToken(Login login) {
        var text = account.id() + "." + account.ids().hex(64);
        tickets.put(
                text,
                new Ticket(
                        account,
                        login.iamId(),
                        account.now()
                                .plus(AccountSettings.of(account)
                                        .refreshTokenLife(login.session().wanted())),
                        login.session(),
                        login.apiKey()));
        return text;
    }

    /** Makes a passcode. */
    synchronized String passcode(Login login) {
        var text = account.id() + account.ids().hex(10);
        tickets.put(
                text,
                new Ticket(
                        account, login.iamId(), account.now().plus(PASSCODE_LIFE), Sessions.Part.NONE, login.apiKey()));
        return text;
    }

    static Optional<Ticket> find(Directory directory, String token) {
        return token.indexOf('.') == ACCOUNT_DIGITS
                ? tickets(directory, token).flatMap(t -> t.find(token))
                : Optional.empty();
    }

    static Optional<Ticket> findPasscode(Directory directory, String passcode) {
        return passcode.indexOf('.') < 0
                ? tickets(directory, passcode).flatMap(t -> t.find(passcode))
                : Optional.empty();
    }

    /** Uses a passcode up; false when somebody was faster. */
    synchronized boolean take(String passcode) {
        return tickets.remove(passcode) != null;
    }

    private static Optional<Tickets> tickets(Directory directory, String text) {
        return text.length() > ACCOUNT_DIGITS
                ? directory.account(text.substring(0, ACCOUNT_DIGITS)).map(Tickets::of)
                : Optional.empty();
    }

    private synchronized Optional<Ticket> find(String text) {
        return Optional.ofNullable(tickets.get(text));
    }
}
