package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Credentials never print what they hold, nor repeat it in a refusal. */
final class SecrecyTest {

    @Test
    void anAccessTokenThatNoHeaderCanCarryIsRefusedUnseen() {
        for (var text : List.of("h\u00fcsh-token", "hush token")) {
            var token = Secret.of(text);
            assertThatThrownBy(() -> Credentials.bearer(token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("plain ASCII")
                    .hasMessageNotContaining(text);
        }
    }

    @Test
    void nothingOfACallEverPrintsASecret() throws Exception {
        var credentials = Credentials.refreshToken(Secret.of("hush-1"), "bx", Secret.of("hush-2"));
        var told = Optional.of(Credentials.apiKey(Secret.of("hush-3"))) + " " + credentials + " "
                + Credentials.bearer(Secret.of("hush-4"));

        assertThat(told).doesNotContain("hush").contains("redacted");
    }
}
