// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The program that asks for a token. IBM's command line says {@code bx:bx} and gets refresh tokens; who says nothing is the default
 * client, and gets none.
 *
 * @param id {@code bx} or {@code default}
 * @param named whether it gave its name
 */
record Client(String id, boolean named) {
    /** Who says nothing. */
    static final Client UNNAMED = new Client("default", false);

    private static final String CLI = "bx";

    static Client of(Call call) {
        var header = call.header("Authorization");
        if (header.isEmpty()) {
            return UNNAMED;
        }
        if (decoded(header.get()).filter((CLI + ":" + CLI)::equals).isEmpty()) {
            throw Refusal.of(Problem.UNAUTHENTICATED, "Client could not be found.")
                    .code("BXNIM0310E")
                    .details("The sandbox knows the client bx with the secret bx.");
        }
        return new Client(CLI, true);
    }

    /** Demands that the client gave its name. */
    Client known() {
        if (!named) {
            throw Refusal.of(Problem.UNAUTHENTICATED, "No authorization header found")
                    .code("BXNIM0308E");
        }
        return this;
    }

    private static Optional<String> decoded(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
