// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.kernel.Authenticator;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Request;
import io.lanyard.sandbox.services.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who calls the administration API: by token or API key as a bearer, or by user {@code token} and API key. */
final class AdminLogin implements Authenticator {
    private final Surroundings with;

    AdminLogin(Surroundings with) {
        this.with = with;
    }

    @Override
    public Caller authenticate(Request request) {
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty()) {
            return request.header("X-Auth-Token")
                    .map(shown -> shown(shown.strip(), request))
                    .orElse(Caller.NOBODY);
        }
        String value = header.get();
        if (value.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return shown(value.substring(7).strip(), request);
        }
        if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
            return byKey(password(value.substring(6).strip()), request);
        }
        throw refused("The Authorization header must be 'Bearer <token or API key>' or 'Basic <token:API key>'.");
    }

    /** A token has three parts with dots between them; an API key has no dot. */
    private Caller shown(String tokenOrKey, Request request) {
        return tokenOrKey.indexOf('.') > 0 ? with.tokens().verify(tokenOrKey) : byKey(tokenOrKey, request);
    }

    private Caller byKey(String key, Request request) {
        try {
            return with.logins().admit(with.logins().byKey(key), request.peer()).caller();
        } catch (Refusal refused) {
            String why = refused.detailText();
            throw refused(why.isEmpty() ? refused.message() : refused.message() + ". " + why);
        }
    }

    private static String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            if (pair.startsWith(Gatekeeper.USER + ":")) {
                return pair.substring(Gatekeeper.USER.length() + 1);
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused("The Basic credentials are not base64.");
        }
        throw refused("The user name that goes with an API key is 'token'.");
    }

    private static Refusal refused(String message) {
        return Refusal.of(Problem.UNAUTHENTICATED, message);
    }
}
