package io.lanyard.workshop.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LookTest {
    private static final Map<String, String> UTF_8 = Map.of("LANG", "C.UTF-8", "TERM", "xterm");

    @Test
    void glyphsNeedATerminalThatCanDrawThemAndNoWishToTheContrary() {
        assertThat(Look.choose(false, true, UTF_8)).isEqualTo(Look.RICH);

        assertThat(Look.choose(true, true, UTF_8)).isEqualTo(Look.PLAIN);
        assertThat(Look.choose(false, false, UTF_8)).isEqualTo(Look.PLAIN);
        assertThat(Look.choose(false, true, Map.of("LANG", "C.UTF-8", "NO_COLOR", "1")))
                .isEqualTo(Look.PLAIN);
        assertThat(Look.choose(false, true, Map.of("LANG", "C.UTF-8", "TERM", "dumb")))
                .isEqualTo(Look.PLAIN);
        assertThat(Look.choose(false, true, Map.of("LANG", "C"))).isEqualTo(Look.PLAIN);
        assertThat(Look.choose(false, true, Map.of("LANG", "C.UTF-8", "LC_ALL", "C")))
                .isEqualTo(Look.PLAIN);
    }

    @Test
    void anEmptyNoColorIsNoWish() {
        assertThat(Look.choose(false, true, Map.of("LANG", "en_GB.utf8", "NO_COLOR", "")))
                .isEqualTo(Look.RICH);
    }
}
