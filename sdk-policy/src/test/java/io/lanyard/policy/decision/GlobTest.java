package io.lanyard.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy tests: globs, by example and against regular expressions. */
class GlobTest {

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

    @Property(tries = 2000)
    void agreesWithARegularExpression(@ForAll("globs") String glob, @ForAll("texts") String text) {
        assertThat(Glob.compile(glob).matches(text)).isEqualTo(NaiveGlob.matches(glob, text));
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.of("a", "b", "*", "?", "{{*}}", "{{?}}", "{", "}")
                .list()
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab*?{}").ofMaxLength(8);
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
