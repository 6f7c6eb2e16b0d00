package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person sees of a lab before it is played. */
final class LabCatalogTest {
    @ParameterizedTest
    @CsvSource({
        "service-id, 10, 7, true",
        "registry, 20, 9, false",
        "integrate-iam, 26, 11, false",
        "authorize-targets, 30, 10, false",
        "external-identities, 35, 11, false"
    })
    void saysHowLongItTakesAndWhereItMayBePlayed(String id, int minutes, int steps, boolean real) {
        var lab = LabCatalog.find(id).orElseThrow().outline();

        assertThat(lab.minutes()).isEqualTo(minutes);
        assertThat(lab.steps()).hasSize(steps);
        assertThat(lab.reach().isForRealAccounts()).isEqualTo(real);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyStepTeaches(String id) {
        assertThat(LabCatalog.find(id).orElseThrow().outline().steps()).allSatisfy(step -> {
            assertThat(step.why()).isNotBlank();
            assertThat(step.hints().levels()).hasSize(3);
            assertThat(step.checks()).isNotEmpty();
        });
    }

    @Test
    void theLabsComeFromEasyToHard() {
        assertThat(ids())
                .containsExactly("service-id", "registry", "integrate-iam", "authorize-targets", "external-identities");
        assertThat(LabCatalog.find("nothing")).isEmpty();
    }

    private static List<String> ids() {
        return LabCatalog.ids();
    }
}
