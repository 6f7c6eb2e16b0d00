// Registry, tests: where the registries are.
package io.lanyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @Test
    void knowsTheHostOfEach() {
        Map.ofEntries(
                        Map.entry(Region.GLOBAL, "icr.io"),
                        Map.entry(Region.US_SOUTH, "us.icr.io"),
                        Map.entry(Region.EU_GB, "uk.icr.io"),
                        Map.entry(Region.EU_DE, "de.icr.io"),
                        Map.entry(Region.EU_ES, "es.icr.io"),
                        Map.entry(Region.EU_FR2, "fr2.icr.io"),
                        Map.entry(Region.AU_SYD, "au.icr.io"),
                        Map.entry(Region.JP_TOK, "jp.icr.io"),
                        Map.entry(Region.JP_OSA, "jp2.icr.io"),
                        Map.entry(Region.CA_TOR, "ca.icr.io"),
                        Map.entry(Region.CA_MON, "ca2.icr.io"),
                        Map.entry(Region.BR_SAO, "br.icr.io"),
                        Map.entry(Region.IN_CHE, "in.icr.io"),
                        Map.entry(Region.IN_MUM, "in2.icr.io"))
                .forEach((region, host) -> assertThat(region.host()).isEqualTo(host));
    }

    @Test
    void takesARegionThatIsNewerThanThisLibrary() {
        assertThat(Region.of("af-cpt")).hasToString("af-cpt");
        assertThat(Region.of("af-cpt").host()).endsWith(".icr.io");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "US South", "us_south", "us-south.evil.example", "-us", "us/..", "us\n"})
    void refusesWhatIsNoRegion(String text) {
        assertThatThrownBy(() -> Region.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalsByName() {
        assertThat(List.of(Region.of("eu-gb"))).containsExactly(Region.EU_GB);
    }
}
