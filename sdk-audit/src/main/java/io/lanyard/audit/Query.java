package io.lanyard.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Audit: a question about logs: {@code Query.lucene("action:\"iam-am.policy.create\"").between(from, to).limit(500)}.
 *
 * @param text   the question, in its language
 * @param syntax the language
 * @param from   since when; 15 minutes ago, if not said
 * @param to     until when; now, if not said
 * @param tier   where to look
 * @param limit  how many results at most: 2000, if not said; the service knows no more than 12 000 among indexed logs and 50 000
 *               among kept ones
 * @param strict whether it fails when it asks for a field that no log has
 * @param source where a question that names none looks; {@code logs}, if not said
 * @param asOf   which moment the question takes for now, if it speaks of it; counts in the background alone
 */
public record Query(
        String text,
        Syntax syntax,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Tier> tier,
        Optional<Integer> limit,
        Optional<Boolean> strict,
        Optional<String> source,
        Optional<Instant> asOf) {

    /**
     * Asks in the language of fields and values.
     *
     * @param text the question, such as {@code outcome:failure AND NOT initiator.name:"Ada"}
     * @return the query
     */
    public static Query lucene(String text) {
        return of(text, Syntax.LUCENE);
    }

    /**
     * Asks in the service's own language.
     *
     * @param text the question, such as {@code source logs | filter $d.outcome == 'failure' | limit 10}
     * @return the query
     */
    public static Query dataPrime(String text) {
        return of(text, Syntax.DATAPRIME);
    }

    private static Query of(String text, Syntax syntax) {
        return new Query(
                text,
                syntax,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Says about which time.
     *
     * @param from since when
     * @param to   until when; the service looks at no more than 8 days among indexed logs
     * @return the query
     */
    public Query between(Instant from, Instant to) {
        return new Query(text, syntax, Optional.of(from), Optional.of(to), tier, limit, strict, source, asOf);
    }

    /**
     * Says where to look.
     *
     * @param where among indexed logs or among kept ones
     * @return the query
     */
    public Query in(Tier where) {
        return new Query(text, syntax, from, to, Optional.of(where), limit, strict, source, asOf);
    }

    /**
     * Says how many results there may be.
     *
     * @param most how many
     * @return the query
     */
    public Query limit(int most) {
        return new Query(text, syntax, from, to, tier, Optional.of(most), strict, source, asOf);
    }

    /**
     * Fails when the question asks for a field that no log has, instead of finding nothing.
     *
     * @return the query
     */
    public Query strictly() {
        return new Query(text, syntax, from, to, tier, limit, Optional.of(true), source, asOf);
    }

    /**
     * Says where a question looks that names no source itself.
     *
     * @param name such as {@code logs}
     * @return the query
     */
    public Query source(String name) {
        return new Query(text, syntax, from, to, tier, limit, strict, Optional.of(name), asOf);
    }

    /**
     * Says which moment a question in the background takes for now.
     *
     * @param now the moment
     * @return the query
     */
    public Query asOf(Instant now) {
        return new Query(text, syntax, from, to, tier, limit, strict, source, Optional.of(now));
    }

    /** The body of a query that is waited for. */
    Direct direct() {
        return new Direct(text, new Metadata(from, to, source, tier, syntax, limit, strict));
    }

    /** The body of a query in the background, which knows neither tier nor limit nor source. */
    Background background() {
        return new Background(text, syntax, from, to, asOf);
    }

    record Direct(String query, Metadata metadata) {}

    record Metadata(
            Optional<Instant> startDate,
            Optional<Instant> endDate,
            Optional<String> defaultSource,
            Optional<Tier> tier,
            Syntax syntax,
            Optional<Integer> limit,
            Optional<Boolean> strictFieldsValidation) {}

    record Background(
            String query,
            Syntax syntax,
            Optional<Instant> startDate,
            Optional<Instant> endDate,
            Optional<Instant> nowDate) {}
}
