// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.kernel.Authenticator;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Request;
import io.lanyard.sandbox.services.settings.AccountSettings;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes access tokens and knows them again. A token that was verified once is looked up afterwards (the signature costs more than
 * the rest of a request); whether it has expired is asked each time, of its account's clock.
 */
public final class Tokens implements Authenticator {
    /** Who issues the tokens, as the real ones say. */
    public static final String ISSUER = "https://iam.cloud.ibm.com/identity";

    private record Known(Caller caller, JsonObject claims, Instant expires, Optional<String> session) {}

    private final SigningKey key;
    private final Directory directory;
    private final Supplier<World> firstWorld;
    private final Recent<String, Known> known = new Recent<>(4_096);

    /** Makes and checks tokens with a key. */
    public Tokens(SigningKey key, Directory directory, Supplier<World> firstWorld) {
        this.key = key;
        this.directory = directory;
        this.firstWorld = firstWorld;
    }

    /** Returns the key, for others in the sandbox who sign: the registry's tokens. */
    public SigningKey key() {
        return key;
    }

    /** Makes an access token for a login, from a second on that its answer names, too. */
    String issue(Login login, String clientId, long now) {
        var account = login.account();
        var who = Logins.identity(account, login.iamId());
        var claims = new LinkedHashMap<>(who.claims());
        claims.put("jti", account.ids().uuid());
        login.session().id().ifPresent(session -> claims.put("session_id", session));
        claims.put("authn", who.authn());
        claims.put("account", accountClaim(account));
        claims.put("iat", now);
        claims.put("exp", now + life(login).toSeconds());
        claims.put("iss", ISSUER);
        claims.put("grant_type", login.means().grant());
        claims.put("scope", "ibm openid");
        claims.put("client_id", clientId);
        claims.put("acr", 1);
        claims.put("amr", List.of("pwd"));
        return key.sign(claims);
    }

    /** How long an access token for a login lives. */
    static Duration life(Login login) {
        return AccountSettings.of(login.account())
                .accessTokenLife(login.session().wanted());
    }

    private static Map<String, Object> accountClaim(Account account) {
        var claim = new LinkedHashMap<String, Object>();
        claim.put("boundary", "global");
        claim.put("valid", true);
        claim.put("bss", account.id());
        claim.put("frozen", true);
        return claim;
    }

    /** Tells who a request's bearer token belongs to; {@link Caller#NOBODY} without a token. */
    @Override
    public Caller authenticate(Request request) {
        var header = request.header("Authorization");
        if (header.isEmpty()) {
            return Caller.NOBODY;
        }
        var value = header.get();
        if (!value.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Refusal.of(Problem.UNAUTHENTICATED, "The Authorization header must be 'Bearer <token>'.");
        }
        return verify(value.substring(7).strip());
    }

    /**
     * Tells who a token belongs to.
     *
     * @throws Refusal when it is not one of ours, or has expired
     */
    public Caller verify(String token) {
        var found = find(token)
                .orElseThrow(() -> Refusal.of(Problem.UNAUTHENTICATED, "Provided token is invalid or expired."));
        found.session().ifPresent(session -> keepAlive(found.caller(), session));
        return found.caller();
    }

    /** A session is idle while no request shows a token of it. */
    private void keepAlive(Caller caller, String session) {
        caller.accountId()
                .flatMap(directory::account)
                .ifPresent(account -> Sessions.of(account).touch(session));
    }

    /** Returns when a token that is valid now expires. */
    public Optional<Instant> expires(String token) {
        return find(token).map(Known::expires);
    }

    /** Returns the claims of a token that is valid now. */
    Optional<JsonObject> claims(String token) {
        return find(token).map(Known::claims);
    }

    private Optional<Known> find(String token) {
        var there = known.get(token);
        if (there == null) {
            there = key.payload(token).flatMap(Tokens::read).orElse(null);
            if (there == null) {
                return Optional.empty();
            }
            known.put(token, there);
        }
        return clock(there.caller()).filter(there.expires()::isAfter).isPresent()
                ? Optional.of(there)
                : Optional.empty();
    }

    /** The time where the token acts; nothing when that account is gone. */
    private Optional<Instant> clock(Caller caller) {
        return caller.accountId().isEmpty()
                ? Optional.of(firstWorld.get().clock().now())
                : directory.account(caller.accountId().get()).map(Account::now);
    }

    /** Reads what the signing key signed; nothing when it is a token of another kind, such as the registry's. */
    private static Optional<Known> read(String payload) {
        var claims = JsonParser.parseString(payload).getAsJsonObject();
        if (!text(claims, "iss").equals(ISSUER)) {
            return Optional.empty();
        }
        var iamId = text(claims, "iam_id");
        var account = claims.has("account") ? claims.getAsJsonObject("account") : new JsonObject();
        var authn = claims.has("authn") ? claims.getAsJsonObject("authn") : claims;
        var caller = new Caller(
                iamId,
                Caller.Kind.of(iamId),
                text(claims, "name"),
                account.has("bss") ? Optional.of(text(account, "bss")) : Optional.empty(),
                text(authn, "iam_id"),
                text(authn, "name"),
                "token");
        return Optional.of(new Known(
                caller,
                claims,
                Instant.ofEpochSecond(claims.get("exp").getAsLong()),
                Optional.of(text(claims, "session_id")).filter(id -> !id.isEmpty())));
    }

    private static String text(JsonObject from, String name) {
        return from.has(name) ? from.get(name).getAsString() : "";
    }
}
