package io.lanyard.audit;

import com.google.gson.JsonElement;
import java.util.Set;

/**
 * Audit: what the service has to say about a query that it answers all the same.
 *
 * @param kind    what it is about, such as {@code number_of_results_limit_warning}
 * @param message its sentence, or the details as JSON
 */
public record QueryWarning(String kind, String message) {

    /** The limit of results was reached: there is more than was told. */
    public static final String RESULTS_LIMIT = "number_of_results_limit_warning";

    /** What is said about the question, and doesn't touch its answer. */
    private static final Set<String> REMARKS = Set.of("compile_warning", "deprecation_warning");

    static QueryWarning of(JsonElement json) {
        if (!json.isJsonObject() || json.getAsJsonObject().size() != 1) {
            return new QueryWarning("warning", json.toString());
        }
        var only = json.getAsJsonObject().entrySet().iterator().next();
        var details = only.getValue();
        var sentence = details.isJsonObject() ? details.getAsJsonObject().get("warning_message") : null;
        return new QueryWarning(
                only.getKey(),
                sentence != null && sentence.isJsonPrimitive() ? sentence.getAsString() : details.toString());
    }

    /** {@return whether results may be missing from the answer: every kind but remarks on the question itself} */
    public boolean leavesOut() {
        return !REMARKS.contains(kind);
    }

    /** {@return whether there is more than was told} */
    public boolean isResultsLimit() {
        return kind.equals(RESULTS_LIMIT);
    }
}
