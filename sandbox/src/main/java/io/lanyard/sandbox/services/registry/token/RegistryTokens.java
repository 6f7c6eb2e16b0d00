// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.services.registry.Regions;
import io.lanyard.sandbox.services.token.SigningKey;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs and reads registry tokens: RS256 JWTs with the claims of the distribution specification ({@code access}, a plain string
 * as {@code aud}), and the region in {@code iss}, so that a token of one region is worth nothing in another.
 */
public final class RegistryTokens {
    /** How long a token lives, by the sandbox's clock; short, so that a new policy works at once. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    /** The audience, and the service in challenges. */
    public static final String SERVICE = "registry";

    private final SigningKey key;
    private final Directory directory;

    /** Signs with a key; clocks are those of the accounts in the directory. */
    public RegistryTokens(SigningKey key, Directory directory) {
        this.key = key;
        this.directory = directory;
    }

    private static String issuer(String region) {
        return "https://" + Regions.host(region) + "/oauth/token";
    }

    /** Signs a token. */
    public String issue(Caller caller, Account account, String region, List<Grant> granted, String transactionId) {
        var now = account.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer(region));
        claims.put("sub", caller.iamId());
        claims.put("aud", SERVICE);
        claims.put("exp", now + LIFE.toSeconds());
        claims.put("nbf", now);
        claims.put("iat", now);
        claims.put("jti", account.ids().uuid());
        claims.put("access", granted.stream().map(RegistryTokens::access).toList());
        claims.put("account", account.id());
        claims.put("caller_name", caller.name());
        claims.put("authn", Map.of("iam_id", caller.authnId(), "name", caller.authnName()));
        claims.put("credential", caller.credential());
        claims.put("decided_in", transactionId);
        return key.sign(claims);
    }

    /** A member of {@code access} as the distribution specification has it, and whose policies gave it. */
    private static Map<String, Object> access(Grant grant) {
        var scope = grant.scope();
        return Map.of(
                "type",
                scope.type(),
                "name",
                scope.name(),
                "actions",
                List.copyOf(scope.actions()),
                "account",
                grant.accountId());
    }

    /** Reads a token; empty when it isn't ours, is another region's, or has expired. */
    public Optional<RegistryToken> read(String token, String region) {
        return key.payload(token)
                .map(payload -> JsonParser.parseString(payload).getAsJsonObject())
                .filter(claims -> text(claims, "iss").equals(issuer(region))
                        && text(claims, "aud").equals(SERVICE))
                .map(RegistryTokens::token)
                .filter(this::isAlive);
    }

    private boolean isAlive(RegistryToken token) {
        return token.caller()
                .accountId()
                .flatMap(directory::account)
                .map(Account::now)
                .filter(token.expires()::isAfter)
                .isPresent();
    }

    private static RegistryToken token(JsonObject claims) {
        var iamId = text(claims, "sub");
        var authn = claims.getAsJsonObject("authn");
        var caller = new Caller(
                iamId,
                Caller.Kind.of(iamId),
                text(claims, "caller_name"),
                Optional.of(text(claims, "account")),
                text(authn, "iam_id"),
                text(authn, "name"),
                text(claims, "credential"));
        var granted = claims.getAsJsonArray("access").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(RegistryTokens::grant)
                .toList();
        return new RegistryToken(
                caller, granted, Instant.ofEpochSecond(claims.get("exp").getAsLong()), text(claims, "decided_in"));
    }

    private static Grant grant(JsonObject access) {
        var actions = access.getAsJsonArray("actions").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        return new Grant(
                new Scope(text(access, "type"), text(access, "name"), new LinkedHashSet<>(actions)),
                text(access, "account"));
    }

    private static String text(JsonObject from, String name) {
        return from.has(name) ? from.get(name).getAsString() : "";
    }
}
