// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The filters of lists: a name with asterisks, or a regular expression between slashes. */
final class NameFilter {
    private NameFilter() {}

    /** Reads one; without it every name passes. */
    static Predicate<String> of(String parameter, Optional<String> filter) {
        return filter.filter(text -> !text.isEmpty())
                .map(text -> {
                    var pattern = pattern(parameter, text);
                    return (Predicate<String>) name ->
                            pattern.matcher(new Patient(name, parameter)).matches();
                })
                .orElse(name -> true);
    }

    private static Pattern pattern(String parameter, String text) {
        if (text.length() < 2 || !text.startsWith("/") || !text.endsWith("/")) {
            return wildcards(text.split("\\*", -1));
        }
        try {
            return Pattern.compile(text.substring(1, text.length() - 1));
        } catch (PatternSyntaxException wrong) {
            throw Refusal.of(
                            Problem.INVALID,
                            "'" + parameter + "' is no regular expression: " + wrong.getDescription() + ".")
                    .about(parameter);
        }
    }

    /** What stands between two asterisks is where it comes first, and isn't looked for again. */
    private static Pattern wildcards(String... parts) {
        var regex = new StringBuilder("(?s)").append(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length - 1; i++) {
            regex.append("(?>.*?").append(Pattern.quote(parts[i])).append(')');
        }
        if (parts.length > 1) {
            regex.append(".*").append(Pattern.quote(parts[parts.length - 1]));
        }
        return Pattern.compile(regex.toString());
    }

    /** A name that an expression may look at for a while, not for years: some try every way there is to part it. */
    private static final class Patient implements CharSequence {
        private static final int LOOKS = 500_000;

        private final String name;
        private final String parameter;
        private int looks;

        Patient(String name, String parameter) {
            this.name = name;
            this.parameter = parameter;
        }

        @Override
        public char charAt(int index) {
            if (++looks > LOOKS) {
                throw Refusal.of(
                                Problem.INVALID,
                                "'" + parameter + "' takes too long on a name of " + name.length()
                                        + " characters; say it with fewer repetitions.")
                        .about(parameter);
            }
            return name.charAt(index);
        }

        @Override
        public int length() {
            return name.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return name.substring(start, end);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
