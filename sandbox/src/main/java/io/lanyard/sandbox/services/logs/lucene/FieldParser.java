// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.lucene;

import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.index.Fields;
import io.lanyard.sandbox.services.logs.index.KnownFields;
import io.lanyard.sandbox.services.logs.ingestion.Severity;
import io.lanyard.sandbox.services.logs.query.QueryException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/** Lucene's own parser, with the fields that the service makes of each value: words, {@code .keyword} and {@code .numeric}. */
final class FieldParser extends QueryParser {
    private static final String ANYWHERE = "";
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,4})?");

    private final KnownFields known;
    private final Set<String> fields = new HashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    FieldParser(KnownFields known) {
        super(ANYWHERE, new Verbatim());
        this.known = known;
        setDefaultOperator(Operator.AND);
        setAllowLeadingWildcard(true);
        setSplitOnWhitespace(true);
    }

    /** Text is taken apart here, where the field is known, and not by the parser. */
    private static final class Verbatim extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            throw new IllegalStateException("the parser takes nothing apart");
        }
    }

    Set<String> fields() {
        return fields;
    }

    /** What was understood, though perhaps not as it was meant. */
    Set<String> remarks() {
        return Collections.unmodifiableSet(remarks);
    }

    private Place place(String field) {
        var place = Place.of(field, known);
        if (!place.field().isEmpty()) {
            fields.add(place.field());
        }
        return place;
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) {
        if (quoted) {
            return getFieldQuery(field, text, 0);
        }
        var operator = text.toUpperCase(Locale.ROOT);
        if (field.isEmpty() && OPERATORS.contains(operator)) {
            remarks.add(
                    "'" + text + "' is looked for as a word; the operator is written in capitals: " + operator + ".");
        }
        return query(field, place(field), text);
    }

    @Override
    protected Query getFieldQuery(String field, String text, int slop) {
        var place = place(field);
        return place.kind() == Place.Kind.WORDS
                ? Terms.words(place.mark()).phrase(text, slop)
                : query(field, place, text);
    }

    private Query query(String field, Place place, String text) {
        return switch (place.kind()) {
            case WORDS -> Terms.words(place.mark()).all(text);
            case EXACT -> Terms.exact(place.mark()).all(text);
            case NUMERIC -> DoublePoint.newExactQuery(Fields.numbers(place.field()), number(field, text));
            case PRESENCE -> presence(text);
            case SEVERITY -> IntPoint.newExactQuery(Fields.SEVERITY, severity(text));
        };
    }

    private Query presence(String path) {
        fields.add(path);
        return new TermQuery(new Term(Fields.PRESENT, path));
    }

    @Override
    protected Query getRangeQuery(
            String field, @Nullable String from, @Nullable String to, boolean withFrom, boolean withTo) {
        var place = place(field);
        return switch (place.kind()) {
            case NUMERIC ->
                DoublePoint.newRangeQuery(
                        Fields.numbers(place.field()), low(field, from, withFrom), high(field, to, withTo));
            case SEVERITY ->
                IntPoint.newRangeQuery(
                        Fields.SEVERITY,
                        from == null ? 0 : severity(from) + (withFrom ? 0 : 1),
                        to == null ? Integer.MAX_VALUE : severity(to) - (withTo ? 0 : 1));
            case WORDS, EXACT, PRESENCE -> texts(field, place).range(from, to, withFrom, withTo);
        };
    }

    private Terms texts(String field, Place place) {
        if (place.kind() == Place.Kind.WORDS && known.isNumber(place.field())) {
            remarks.add(
                    "'" + place.field() + "' is compared as text, in which 10 comes before 9; numbers are compared by '"
                            + place.field() + ".numeric'.");
        }
        return terms(field, "[TO]");
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
    protected Query getPrefixQuery(String field, String start) {
        return terms(field, start + "*").prefix(start);
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) {
        if (field.equals("*") || pattern.equals("*")) {
            var named = field.equals("*") ? "" : place(field).field();
            return named.isEmpty() ? new MatchAllDocsQuery() : presence(named);
        }
        return terms(field, pattern).wildcard(pattern);
    }

    /** {@code ~} alone, and anything from 1 on, is a number of changes; less than 1 is an old way to say how alike. */
    @Override
    protected Query getFuzzyQuery(String field, String term, float similarity) {
        return terms(field, term)
                .fuzzy(term, FuzzyQuery.floatToEdits(similarity, term.codePointCount(0, term.length())));
    }

    @Override
    protected Query getRegexpQuery(String field, String pattern) {
        try {
            return terms(field, pattern).regexp(pattern);
        } catch (TooComplexToDeterminizeException | StackOverflowError complex) {
            throw new QueryException("The regular expression /" + Words.shown(pattern)
                    + "/ is too complex; ask for a simpler one, or for several with OR between them.");
        } catch (IllegalArgumentException broken) {
            throw new QueryException("/" + Words.shown(pattern) + "/ is no regular expression.");
        }
    }

    /** Patterns are for text. */
    private Terms terms(String field, String pattern) {
        var place = place(field);
        return switch (place.kind()) {
            case WORDS -> Terms.words(place.mark());
            case EXACT -> Terms.exact(place.mark());
            case NUMERIC, SEVERITY, PRESENCE ->
                throw new QueryException(
                        "'" + Words.shown(field) + "' takes no pattern such as '" + Words.shown(pattern) + "'.");
        };
    }

    /** What is only denied is denied of all logs. */
    @Override
    protected @Nullable Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
        if (!clauses.isEmpty() && clauses.stream().allMatch(BooleanClause::isProhibited)) {
            clauses.add(new BooleanClause(new MatchAllDocsQuery(), Occur.MUST));
        }
        if (clauses.stream().anyMatch(one -> one.getOccur() == Occur.SHOULD)
                && clauses.stream().anyMatch(one -> one.getOccur() == Occur.MUST)) {
            remarks.add(
                    "OR stands beside AND, or beside a blank, which means AND, without parentheses: then only what AND joins"
                            + " is demanded, and OR changes nothing. Put what belongs together in parentheses.");
        }
        return super.getBooleanQuery(clauses);
    }

    private static double number(String field, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new QueryException("'" + Words.shown(field) + "' takes numbers, and '" + Words.shown(text)
                    + "' is none; without .numeric it is looked for as text.");
        }
        return Double.parseDouble(text);
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
