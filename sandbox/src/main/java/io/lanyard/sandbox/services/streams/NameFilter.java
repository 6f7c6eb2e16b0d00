// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The filters of lists: a name with asterisks, or a regular expression between slashes. */
final class NameFilter {
    private NameFilter() {}

    /** Reads one; without it every name passes. */
    static Predicate<String> of(String parameter, Optional<String> filter) {
        return filter.filter(text -> !text.isEmpty())
                .map(text -> pattern(parameter, text).asMatchPredicate())
                .orElse(name -> true);
    }

    private static Pattern pattern(String parameter, String text) {
        if (text.length() < 2 || !text.startsWith("/") || !text.endsWith("/")) {
            return Pattern.compile(
                    Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
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
}
