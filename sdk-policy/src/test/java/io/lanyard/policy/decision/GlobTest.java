package io.lanyard.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy tests: globs, by example and against regular expressions. */
class GlobTest {
    private static final List<String> GLOBS = List.of("a", "b", "*", "?", "{{*}}", "{{?}}", "{", "}");
    private static final List<String> TEXTS = List.of("a", "b", "*", "?", "{", "}");

    @ParameterizedTest
    @CsvSource({
        "dev*, dev, true",
        "dev*, development, true",
        "dev*, my-dev, false",
        "*dev, my-dev, true",
        "a?c, abc, true",
        "a?c, ac, false",
        "a?c, a𝄞c, true",
        "dev{{*}}, dev*, true",
        "dev{{*}}, developer, false",
        "what{{?}}, what?, true",
        "what{{?}}, whats, false",
        "*{{*}}*, a*b, true",
        "*{{*}}*, ab, false",
        "a**b, ab, true",
        "'', '', true",
        "'', x, false",
        "*, '', true",
        "Dev*, dev1, false",
        "{{x}}, {{x}}, true",
        "a.c, abc, false",
    })
    void matchesTheWholeText(String glob, String text, boolean matches) {
        assertThat(Glob.compile(glob).matches(text)).isEqualTo(matches);
    }

    /** The number of the repetition is the seed. */
    @RepeatedTest(20)
    void agreesWithARegularExpression(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            var glob = joined(random, GLOBS, 7);
            var text = joined(random, TEXTS, 8);

            assertThat(Glob.compile(glob).matches(text))
                    .as("%s against %s", glob, text)
                    .isEqualTo(NaiveGlob.matches(glob, text));
        }
    }

    private static String joined(Random random, List<String> parts, int most) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    /** Policy tests: globs as slowly and plainly as can be. */
    static final class NaiveGlob {
        private NaiveGlob() {}

        static boolean matches(String glob, String text) {
            var regex = new StringBuilder();
            for (int i = 0; i < glob.length(); i++) {
                if (glob.startsWith("{{*}}", i) || glob.startsWith("{{?}}", i)) {
                    regex.append(Pattern.quote(glob.substring(i + 2, i + 3)));
                    i += 4;
                } else {
                    char c = glob.charAt(i);
                    regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
                }
            }
            return Pattern.compile(regex.toString(), Pattern.DOTALL)
                    .matcher(text)
                    .matches();
        }
    }
}
