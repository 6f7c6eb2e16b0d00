// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.INTEGER;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A question about logs.
 *
 * @param text the question, in its language
 * @param lucene whether the language is Lucene's, else it is DataPrime
 * @param window the time that it is about
 * @param tier where to look
 * @param limit how many results there may be
 * @param strict whether it fails when it names a field that no log has
 */
public record QueryRequest(String text, boolean lucene, Window window, Tier tier, int limit, boolean strict) {
    /** What {@code POST /v1/query} takes. */
    public static final BodyShape DIRECT = BodyShape.object()
            .optional(STRING, "query")
            .optional(
                    "metadata",
                    OBJECT,
                    BodyShape.object()
                            .optional(STRING, "start_date", "end_date", "default_source", "tier", "syntax")
                            .optional(INTEGER, "limit")
                            .optional(BOOLEAN, "strict_fields_validation"));

    /** What {@code POST /v1/background_query} takes. */
    public static final BodyShape BACKGROUND = BodyShape.object()
            .required(STRING, "query", "syntax")
            .optional(STRING, "start_date", "end_date", "now_date");

    private static final int USUAL_LIMIT = 2_000;
    private static final int LONGEST = 4_096; // the command line's page says so: --query takes 4096 characters
    private static final List<String> SYNTAXES =
            List.of("dataprime", "dataprime_utf8_base64", "lucene", "lucene_utf8_base64", "unspecified");
    private static final String BASE64 = "_utf8_base64";
    private static final JsonBody NOTHING = new JsonBody(new JsonObject());

    /** Reads a question whose answer is waited for. */
    public static QueryRequest direct(JsonBody body, Instant now) {
        var metadata = body.object("metadata").orElse(NOTHING);
        var tier = tier(metadata.maybeText("tier").orElse("unspecified"));
        var syntax = metadata.maybeText("syntax").orElse("unspecified");
        source(metadata.maybeText("default_source"));
        return new QueryRequest(
                text(body.maybeText("query").orElse(""), syntax, SYNTAXES.subList(0, 5)),
                isLucene(syntax),
                Window.read(metadata.maybeText("start_date"), metadata.maybeText("end_date"), now, tier),
                tier,
                limit(metadata, tier),
                metadata.flag("strict_fields_validation", false));
    }

    /** Reads a question that goes on while nobody waits. It looks at everything that was kept. */
    public static QueryRequest background(JsonBody body, Instant now) {
        var syntax = body.text("syntax");
        var text = text(body.text("query"), syntax, SYNTAXES);
        var asOf = Window.read(Optional.empty(), body.maybeText("now_date"), now, Tier.ARCHIVE)
                .to();
        return new QueryRequest(
                text,
                isLucene(syntax),
                Window.read(body.maybeText("start_date"), body.maybeText("end_date"), asOf, Tier.ARCHIVE),
                Tier.ARCHIVE,
                Tier.ARCHIVE.mostResults(),
                false);
    }

    private static boolean isLucene(String syntax) {
        return syntax.startsWith("lucene");
    }

    private static String text(String query, String syntax, List<String> offered) {
        if (!offered.contains(syntax)) {
            throw Refusal.of(
                            Problem.INVALID,
                            "'syntax' can be " + String.join(", ", offered) + ", not '" + Words.shown(syntax) + "'.")
                    .about("syntax");
        }
        var plain = syntax.endsWith(BASE64) ? decoded(query) : query;
        if (plain.length() > LONGEST) {
            throw Refusal.of(Problem.INVALID, "A query has no more than " + LONGEST + " characters.")
                    .about("query");
        }
        return plain;
    }

    private static String decoded(String query) {
        try {
            return new String(Base64.getDecoder().decode(query), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            throw Refusal.of(Problem.INVALID, "'query' isn't base64, which its syntax says it is.")
                    .about("query");
        }
    }

    private static Tier tier(String name) {
        return switch (name) {
            case "frequent_search", "unspecified" -> Tier.FREQUENT_SEARCH;
            case "archive" -> Tier.ARCHIVE;
            default ->
                throw Refusal.of(
                                Problem.INVALID,
                                "'metadata.tier' can be frequent_search or archive, not '" + Words.shown(name) + "'.")
                        .about("metadata.tier");
        };
    }

    private static void source(Optional<String> name) {
        name.filter(asked -> !asked.equals("logs")).ifPresent(other -> {
            throw Refusal.of(
                            Problem.INVALID, "'metadata.default_source' can be logs, not '" + Words.shown(other) + "'.")
                    .about("metadata.default_source");
        });
    }

    private static int limit(JsonBody metadata, Tier tier) {
        long limit = metadata.number("limit").orElse((long) USUAL_LIMIT);
        if (limit < 1) {
            throw Refusal.of(Problem.INVALID, "'metadata.limit' must be at least 1.")
                    .about("metadata.limit");
        }
        return (int) Math.min(limit, tier.mostResults());
    }

    /** Describes it for the audit event. */
    public Map<String, Object> told() {
        return Map.of(
                "query",
                Words.shown(text),
                "syntax",
                lucene ? "lucene" : "dataprime",
                "tier",
                tier.name().toLowerCase(Locale.ROOT),
                "start_date",
                window.from().toString(),
                "end_date",
                window.to().toString());
    }
}
