// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.token;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.token.Logins;
import io.lanyard.sandbox.services.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who logs in to the registry: the user name says what the password is (IBM: registry_access). Wrong user names and bad
 * passwords have answers of their own.
 */
final class RegistryLogin {
    /** What the registry says to those who show nothing; the documentation page is IBM's. */
    static final String AUTHORIZATION_REQUIRED =
            "Authorization required. See https://cloud.ibm.com/docs/Registry?topic=Registry-troubleshoot-auth-req";

    private static final String UNSUPPORTED =
            "The requested authentication method is not supported. Run the `bx cr login` "
                    + "command. To use registry tokens, use `docker login -u token` and your registry token as the password.";

    private final Logins logins;
    private final Tokens tokens;

    RegistryLogin(Logins logins, Tokens tokens) {
        this.logins = logins;
        this.tokens = tokens;
    }

    /** Reads {@code Authorization: Basic}; anything else, and nothing, is 401. */
    Caller byHeader(Optional<String> authorization, String peer) {
        var pair = authorization
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(header -> decode(header.substring(6).strip()))
                .orElseThrow(RegistryLogin::nobody);
        var colon = pair.indexOf(':');
        if (colon < 0) {
            throw nobody();
        }
        return by(pair.substring(0, colon), pair.substring(colon + 1), peer);
    }

    Caller by(String user, String password, String peer) {
        if (user.isEmpty() && password.isEmpty()) {
            throw nobody();
        }
        try {
            return switch (user) {
                case "iamapikey" -> logins.admit(logins.byKey(password), peer).caller();
                case "iambearer" -> tokens.verify(password.startsWith("Bearer ") ? password.substring(7) : password);
                case "iamrefresh" ->
                    logins.admit(logins.byRefreshToken(password), peer).caller();
                default ->
                    throw Refusal.of(Problem.UNAUTHENTICATED, UNSUPPORTED).code("UNSUPPORTED");
            };
        } catch (Refusal refused) {
            throw refused.code().filter("UNSUPPORTED"::equals).isPresent() ? refused : bad(refused);
        }
    }

    /** IBM's registry answers 400 to a password that doesn't stand, whatever the token service would say. */
    private static Refusal bad(Refusal why) {
        return Refusal.of(Problem.BAD_REQUEST, why.message())
                .code("UNAUTHORIZED")
                .details(why.code().orElse("") + (why.detailText().isEmpty() ? "" : " " + why.detailText()));
    }

    static Refusal nobody() {
        return Refusal.of(Problem.UNAUTHENTICATED, AUTHORIZATION_REQUIRED)
                .code("UNAUTHORIZED")
                .details(AUTHORIZATION_REQUIRED);
    }

    private static Optional<String> decode(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
