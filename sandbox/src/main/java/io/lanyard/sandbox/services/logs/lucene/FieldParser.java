// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.lucene;

import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.index.Fields;
import io.lanyard.sandbox.services.logs.index.LogAnalyzer;
import io.lanyard.sandbox.services.logs.ingestion.Severity;
import io.lanyard.sandbox.services.logs.query.QueryException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/** Lucene's own parser, with the fields that the service makes of each value: words, {@code .keyword} and {@code .numeric}. */
final class FieldParser extends QueryParser {
    private final KnownFields known;
    private final Set<String> fields = new HashSet<>();

    FieldParser(KnownFields known) {
        super(Fields.ALL, new LogAnalyzer());
        this.known = known;
        setDefaultOperator(Operator.AND);
        setAllowLeadingWildcard(true);
        setSplitOnWhitespace(true);
    }

    Set<String> fields() {
        return fields;
    }

    private Place place(String field) {
        var place = Place.of(field, known);
        if (!place.path().isEmpty()) {
            fields.add(place.path());
        }
        return place;
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
        var place = place(field);
        return switch (place.kind()) {
            case WORDS -> words(place.field(), text, quoted);
            case EXACT -> new TermQuery(new Term(place.field(), text));
            case NUMERIC -> DoublePoint.newExactQuery(place.field(), number(field, text));
            case PRESENCE -> presence(text);
            case SEVERITY -> IntPoint.newExactQuery(place.field(), severity(text));
        };
    }

    /** Text of which no word is left, such as a lone hyphen, is in no log. */
    private Query words(String field, String text, boolean quoted) throws ParseException {
        Query query = super.getFieldQuery(field, text, quoted);
        return query == null ? new MatchNoDocsQuery("no word in it") : query;
    }

    @Override
    protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
        var place = place(field);
        if (place.kind() != Place.Kind.WORDS) {
            return getFieldQuery(field, text, true);
        }
        // the parser's own method asks for the field's query by this very name
        Query query = super.getFieldQuery(place.field(), text, true);
        return query == null ? new MatchNoDocsQuery("no word in it") : slop == 0 ? query : addSlop(query, slop);
    }

    private static Query addSlop(Query query, int slop) {
        if (query instanceof PhraseQuery phrase) {
            var near = new PhraseQuery.Builder().setSlop(slop);
            var terms = phrase.getTerms();
            var positions = phrase.getPositions();
            for (var i = 0; i < terms.length; i++) {
                near.add(terms[i], positions[i]);
            }
            return near.build();
        }
        return query;
    }

    private Query presence(String path) {
        fields.add(path);
        return new TermQuery(new Term(Fields.PRESENT, path));
    }

    @Override
    protected Query getRangeQuery(
            String field, @Nullable String from, @Nullable String to, boolean withFrom, boolean withTo)
            throws ParseException {
        var place = place(field);
        return switch (place.kind()) {
            case NUMERIC ->
                DoublePoint.newRangeQuery(place.field(), low(field, from, withFrom), high(field, to, withTo));
            case SEVERITY ->
                IntPoint.newRangeQuery(
                        place.field(),
                        from == null ? 0 : severity(from) + (withFrom ? 0 : 1),
                        to == null ? Integer.MAX_VALUE : severity(to) - (withTo ? 0 : 1));
            case WORDS, EXACT, PRESENCE -> super.getRangeQuery(place.field(), from, to, withFrom, withTo);
        };
    }

    private static double low(String field, @Nullable String from, boolean with) {
        if (from == null) {
            return Double.NEGATIVE_INFINITY;
        }
        return with ? number(field, from) : DoublePoint.nextUp(number(field, from));
    }

    private static double high(String field, @Nullable String to, boolean with) {
        if (to == null) {
            return Double.POSITIVE_INFINITY;
        }
        return with ? number(field, to) : DoublePoint.nextDown(number(field, to));
    }

    @Override
    protected Query getPrefixQuery(String field, String start) throws ParseException {
        return super.getPrefixQuery(wordsOf(field, start + "*"), start);
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) throws ParseException {
        if (field.equals("*") || pattern.equals("*")) {
            var path = field.equals("*") ? "" : place(field).path();
            return path.isEmpty() ? new MatchAllDocsQuery() : presence(path);
        }
        return super.getWildcardQuery(wordsOf(field, pattern), pattern);
    }

    @Override
    protected Query getFuzzyQuery(String field, String term, float similarity) throws ParseException {
        return super.getFuzzyQuery(wordsOf(field, term + "~"), term, similarity);
    }

    @Override
    protected Query getRegexpQuery(String field, String pattern) throws ParseException {
        try {
            return super.getRegexpQuery(wordsOf(field, "/" + pattern + "/"), pattern);
        } catch (TooComplexToDeterminizeException | StackOverflowError complex) {
            throw new QueryException("The regular expression /" + Words.shown(pattern)
                    + "/ is too complex; ask for a simpler one, or for several with OR between them.");
        } catch (IllegalArgumentException broken) {
            throw new QueryException("/" + Words.shown(pattern) + "/ is no regular expression: "
                    + Words.shown(String.valueOf(broken.getMessage())) + ".");
        }
    }

    /** Patterns are for text. */
    private String wordsOf(String field, String pattern) {
        var place = place(field);
        return switch (place.kind()) {
            case WORDS, EXACT, PRESENCE -> place.field();
            case NUMERIC, SEVERITY ->
                throw new QueryException(
                        "'" + Words.shown(field) + "' takes a number or a range, not '" + Words.shown(pattern) + "'.");
        };
    }

    /** What is only denied is denied of all logs. */
    @Override
    protected @Nullable Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
        if (!clauses.isEmpty() && clauses.stream().allMatch(BooleanClause::isProhibited)) {
            clauses.add(new BooleanClause(new MatchAllDocsQuery(), Occur.MUST));
        }
        return super.getBooleanQuery(clauses);
    }

    private static double number(String field, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException words) {
            throw new QueryException("'" + Words.shown(field) + "' takes numbers, and '" + Words.shown(text)
                    + "' is none; without .numeric it is looked for as text.");
        }
    }

    private static int severity(String text) {
        return Severity.named(text).map(Severity::number).orElseGet(() -> {
            if (text.matches("[1-6]")) {
                return Integer.parseInt(text);
            }
            throw new QueryException("'" + Words.shown(text)
                    + "' is no severity; they are Debug, Verbose, Info, Warning, Error" + " and Critical, or 1 to 6.");
        });
    }
}
