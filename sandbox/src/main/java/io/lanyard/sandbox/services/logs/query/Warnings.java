// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonObject;

/** What is said beside results, in the shapes of the contract. */
final class Warnings {
    private Warnings() {}

    static JsonObject of(String kind, JsonObject details) {
        var warning = new JsonObject();
        warning.add(kind, details);
        return warning;
    }

    /** There is more than was told. */
    static JsonObject results(int limit) {
        var details = new JsonObject();
        details.addProperty("number_of_results_limit", limit);
        return of("number_of_results_limit_warning", details);
    }

    /** The query was understood, though perhaps not as it was meant. */
    static JsonObject compiled(String sentence) {
        var details = new JsonObject();
        details.addProperty("warning_message", sentence);
        return of("compile_warning", details);
    }

    /** Logs had more fields than are indexed. */
    static JsonObject fields() {
        return of("field_count_limit_warning", new JsonObject());
    }

    /** There were more groups than are told apart. */
    static JsonObject groups(int limit) {
        var details = new JsonObject();
        details.addProperty("aggregation_buckets_limit", limit);
        return of("aggregation_buckets_limit_warning", details);
    }
}
