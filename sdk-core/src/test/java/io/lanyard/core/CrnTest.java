package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Core, tests: CRNs and the other values that have a shape. */
class CrnTest {
    private static final String PRINTABLE =
            IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());

    /** The number of the repetition is the seed. */
    @RepeatedTest(20)
    void whatIsBuiltIsReadBackTheSame(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < 50; i++) {
            var service = text(random, "abcdefghijklmnopqrstuvwxyz-/.0");
            var region = text(random, "abcdefghijklmnopqrstuvwxyz");
            var resource = text(random, PRINTABLE);

            var crn = Crn.of(service, region, AccountId.of("acc"), "inst", "bucket", resource);

            assertThat(Crn.parse(crn.value())).isEqualTo(crn);
            assertThat(crn.toString()).startsWith("crn:v1:bluemix:public:");
        }
    }

    private static String text(Random random, String from) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    @Test
    void theLastSegmentKeepsItsColons() {
        var crn = Crn.parse("crn:v1:bluemix:public:databases-for-x:us-south:a/acc:inst:task:a:b:c");

        assertThat(crn.resource()).isEqualTo("a:b:c");
        assertThat(crn.serviceName()).isEqualTo("databases-for-x");
        assertThat(crn.scope()).isEqualTo("a/acc");
    }

    @Test
    void saysWhoseItIs() {
        var account = AccountId.of("acc");

        assertThat(Crn.of("logs", "eu-de", account, "inst", "", "").account()).contains(account);
        assertThat(Crn.parse("crn:v1:bluemix:public:logs:eu-de::inst::").account())
                .isEmpty();
        assertThat(Crn.parse("crn:v1:bluemix:public:logs:eu-de:a/:inst::").account())
                .isEmpty();
        assertThat(Crn.parse("crn:v1:bluemix:public:logs:eu-de:o/org:inst::").account())
                .isEmpty();
    }

    @Test
    void takesTheGuidFromEitherNameOfAnInstance() {
        assertThat(Crn.guid("crn:v1:bluemix:public:logs:eu-de:a/acc:inst::")).isEqualTo("inst");
        assertThat(Crn.guid("inst")).isEqualTo("inst");
        assertThat(Crn.tryParse("inst")).isEmpty();
        assertThat(Crn.tryParse("crn:v1:bluemix:public:logs:eu-de:a/acc:inst::"))
                .hasValueSatisfying(crn -> assertThat(crn.region()).isEqualTo("eu-de"));
    }

    @Test
    void whatIsNoCrnIsRefused() {
        assertThatThrownBy(() -> Crn.parse("crn:v1:bluemix")).hasMessageContaining("ten segments");
        assertThatThrownBy(() -> Crn.parse("urn:v1:bluemix:public:s:r:a/a:i:t:x"))
                .hasMessageContaining("ten segments");
        assertThatThrownBy(() -> Crn.of("a:b", "", AccountId.of("a"), "", "", ""))
                .hasMessageContaining("colon");
        assertThatThrownBy(() -> Crn.of("a\n", "", AccountId.of("a"), "", "", ""))
                .hasMessageContaining("control");
    }

    @Test
    void idsHaveAShapeAndNothingMore() {
        assertThat(AccountId.of("any thing").value()).isEqualTo("any thing");
        assertThatThrownBy(() -> AccountId.of("..")).hasMessage("account id is '..', which is a path, not an id");
        assertThatThrownBy(() -> IamId.of(" ")).hasMessage("IAM id is blank");
        assertThatThrownBy(() -> ETag.of("a\r")).hasMessage("ETag has a control character at position 1");
    }

    @Test
    void aSecretIsEqualToItselfAndSaysNothing() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
        assertThat(Secret.of("hush")).hasToString("Secret[redacted]");
        assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
