package io.lanyard.identity;

import io.lanyard.core.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identity: the optional part of a request for a token. */
public final class TokenRequest {

    private final Map<String, String> form = new LinkedHashMap<>();
    private @Nullable String authorization;
    private @Nullable String tenants;

    TokenRequest(Secret apiKey) {
        form.put("grant_type", "urn:ibm:params:oauth:grant-type:apikey");
        form.put("apikey", apiKey.reveal());
    }

    /**
     * Asks as a client that IAM knows, which also gets a refresh token; the {@code ibmcloud} command is {@code bx} with the
     * secret {@code bx}.
     *
     * @param id     the client's id
     * @param secret its secret
     * @return this
     */
    public TokenRequest client(String id, Secret secret) {
        var pair = (id + ':' + secret.reveal()).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
        return this;
    }

    /**
     * Asks for another scope than {@code ibm openid}.
     *
     * @param scope the scopes, separated by blanks
     * @return this
     */
    public TokenRequest scope(String scope) {
        form.put("scope", scope);
        return this;
    }

    /**
     * Issues the token only if the key is of one of these accounts or enterprises.
     *
     * @param ids the ids of the accounts or enterprises
     * @return this
     */
    public TokenRequest tenants(String... ids) {
        tenants = String.join(",", ids);
        return this;
    }

    Map<String, String> form() {
        return form;
    }

    @Nullable String authorization() {
        return authorization;
    }

    @Nullable String tenants() {
        return tenants;
    }
}
