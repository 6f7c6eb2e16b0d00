// Contracts: the one list of places where the real service differs from its contract (exceptions.json).
package io.lanyard.contracts;

import com.google.gson.Gson;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The exceptions that reality makes: where the real service differs from its contract, reality wins. */
final class KnownDifferences {

    /** One exception: which violations it explains, what the service really does, why, and who says so. */
    record Difference(String operation, String key, String says, String what, String why, String source) {

        boolean explains(Violation violation) {
            return globMatches(operation, violation.operation())
                    && globMatches(key, violation.key())
                    && violation.message().contains(says);
        }

        private static boolean globMatches(String glob, String text) {
            String pattern = Stream.of(glob.split("\\*", -1))
                    .map(Pattern::quote)
                    .reduce((left, right) -> left + ".*" + right)
                    .orElse("");
            return Pattern.matches(pattern, text);
        }
    }

    private final List<Difference> differences;

    private KnownDifferences(List<Difference> differences) {
        this.differences = differences;
    }

    static KnownDifferences read() {
        return new KnownDifferences(List.of(new Gson().fromJson(Facts.text("exceptions.json"), Difference[].class)));
    }

    boolean explain(Violation violation) {
        return differences.stream().anyMatch(difference -> difference.explains(violation));
    }

    List<Difference> all() {
        return differences;
    }
}
