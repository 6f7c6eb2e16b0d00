package io.lanyard.identity;

import io.lanyard.core.Secret;
import io.lanyard.core.call.Service;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Identity: tokens, to look at ({@code /identity}). Calls need none of this: they get and refresh their tokens by themselves,
 * from the cloud's credentials.
 *
 * <p>None of these calls carries the cloud's credentials; what is asked about is all they need.
 */
public final class Tokens {

    private final Service iam;

    Tokens(Service iam) {
        this.iam = iam;
    }

    /**
     * Exchanges an API key for a token, as a program does that is no client of IBM's.
     *
     * @param apiKey the key
     * @return the token and what was said with it
     * @see #exchange(Secret, Consumer)
     */
    public IssuedToken exchange(Secret apiKey) {
        return exchange(apiKey, options -> {});
    }

    /**
     * Exchanges an API key for a token. Safe to repeat: each answer is a token of its own, and the others still hold.
     *
     * @param apiKey  the key
     * @param options client, scope, tenants
     * @return the token and what was said with it
     * @throws io.lanyard.core.InvalidRequestException when the key isn't known ({@code BXNIM0415E}), is disabled or expired
     */
    public IssuedToken exchange(Secret apiKey, Consumer<TokenRequest> options) {
        var request = new TokenRequest(apiKey);
        options.accept(request);
        return iam.post("getTokenApiKey", "/identity/token")
                .anonymous()
                .idempotent()
                .header("Authorization", request.authorization())
                .header("IBM-Cloud-Tenant", request.tenants())
                .form(request.form())
                .as(IssuedToken.class);
    }

    /**
     * Introspects a token: asks IAM whether it holds at this moment. Changes nothing, though it is a POST.
     *
     * @param token an access token
     * @return true when IAM accepts it, false when it is expired, revoked or unknown
     */
    public boolean introspect(Secret token) {
        return introspect("token", token);
    }

    /**
     * Introspects an API key: asks IAM whether it would get a token at this moment. Changes nothing, though it is a POST.
     *
     * @param apiKey the key
     * @return true when IAM accepts it
     */
    public boolean introspectApiKey(Secret apiKey) {
        return introspect("apikey", apiKey);
    }

    private boolean introspect(String what, Secret secret) {
        return iam.post("introspect", "/identity/introspect")
                .anonymous()
                .idempotent()
                .form(Map.of(what, secret.reveal()))
                .as(Introspection.class)
                .active();
    }

    /** What introspection answers. */
    record Introspection(boolean active) {}
}
