// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.lanyard.sandbox.kernel.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The RSA key that signs the sandbox's tokens. The development key is in this project's public source: it is for sandboxes inside
 * one JVM, where it saves half a second, and proves nothing to anybody. A sandbox that others can reach makes a fresh one.
 */
public final class SigningKey {
    private static final String DEVELOPMENT_KEY = "development-only-key.jwk.json";

    private record Ready(RSAKey key, RSASSASigner signer, RSASSAVerifier verifier) {}

    private final CompletableFuture<Ready> ready;

    private SigningKey(CompletableFuture<Ready> ready) {
        this.ready = ready;
    }

    /** Loads the development key. */
    public static SigningKey development() {
        try (var in = SigningKey.class.getResourceAsStream(DEVELOPMENT_KEY)) {
            if (in == null) {
                throw new IllegalStateException(DEVELOPMENT_KEY + " is missing from the sandbox's jar");
            }
            var key = RSAKey.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new SigningKey(CompletableFuture.completedFuture(ready(key)));
        } catch (IOException | ParseException | JOSEException broken) {
            throw new IllegalStateException(DEVELOPMENT_KEY + " cannot be read", broken);
        }
    }

    /** Starts to make a key in the background; who needs it first waits for it. */
    public static SigningKey fresh(String keyId) {
        return new SigningKey(CompletableFuture.supplyAsync(() -> {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var pair = generator.generateKeyPair();
                return ready(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID(keyId)
                        .algorithm(JWSAlgorithm.RS256)
                        .build());
            } catch (GeneralSecurityException | JOSEException impossible) {
                throw new IllegalStateException("this JVM cannot make RSA keys", impossible);
            }
        }));
    }

    private static Ready ready(RSAKey key) throws JOSEException {
        return new Ready(key, new RSASSASigner(key), new RSASSAVerifier(key));
    }

    /** Signs claims as a compact RS256 token. */
    public String sign(Map<String, Object> claims) {
        var with = ready.join();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(with.key().getKeyID())
                .build();
        var token = new JWSObject(header, new Payload(WireJson.write(claims)));
        try {
            token.sign(with.signer());
        } catch (JOSEException broken) {
            throw new IllegalStateException("the token could not be signed", broken);
        }
        return token.serialize();
    }

    /** Returns the payload of a token that this key signed; empty for any other text. */
    public Optional<String> payload(String token) {
        try {
            var parsed = JWSObject.parse(token);
            return JWSAlgorithm.RS256.equals(parsed.getHeader().getAlgorithm())
                            && parsed.verify(ready.join().verifier())
                    ? Optional.of(parsed.getPayload().toString())
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    /** Returns the public half as a JSON Web Key Set. */
    public String published() {
        return new JWKSet(ready.join().key().toPublicJWK()).toString();
    }
}
