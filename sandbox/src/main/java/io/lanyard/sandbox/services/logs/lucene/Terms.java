// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.lucene;

import io.lanyard.sandbox.services.logs.index.Fields;
import io.lanyard.sandbox.services.logs.index.Tokens;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/**
 * The words, or the exact values, of one field, as a query looks for them.
 *
 * @param field words or exact values
 * @param mark what they begin with
 */
public record Terms(String field, String mark) {
    /** The words of a field. */
    public static Terms words(String mark) {
        return new Terms(Fields.WORDS, mark);
    }

    /** The exact values of a field. */
    public static Terms exact(String mark) {
        return new Terms(Fields.EXACT, mark);
    }

    private boolean isExact() {
        return field.equals(Fields.EXACT);
    }

    private Term term(String text) {
        return new Term(field, mark + text);
    }

    /** All words, in any order; or the exact value. */
    public Query all(String text) {
        if (isExact()) {
            return new TermQuery(term(text));
        }
        var words = Tokens.of(text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        if (words.size() == 1) {
            return new TermQuery(term(words.get(0)));
        }
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(new TermQuery(term(word)), Occur.MUST));
        return all.build();
    }

    /** The words in this order, with others between them as far as {@code slop} goes; or the exact value. */
    public Query phrase(String text, int slop) {
        var words = isExact() ? List.<String>of() : Tokens.of(text);
        if (words.size() < 2) {
            return all(text);
        }
        var phrase = new PhraseQuery.Builder().setSlop(slop);
        words.forEach(word -> phrase.add(term(word)));
        return phrase.build();
    }

    private String written(String pattern) {
        return isExact() ? pattern : Tokens.lower(pattern);
    }

    Query prefix(String start) {
        return new PrefixQuery(term(written(start)));
    }

    Query wildcard(String pattern) {
        var literal = mark.replaceAll("([*?\\\\])", "\\\\$1");
        return new WildcardQuery(new Term(field, literal + written(pattern)));
    }

    /**
     * Words are written small, and so must the pattern be, but for what follows a backslash. A pattern is of the whole value anyway:
     * {@code ^} in front and {@code $} behind are taken for that, as IBM's own example takes them.
     */
    Query regexp(String pattern) {
        var literal = mark.replaceAll("([^A-Za-z0-9])", "\\\\$1");
        var inner = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        inner = inner.endsWith("$") && !inner.endsWith("\\$") ? inner.substring(0, inner.length() - 1) : inner;
        return new RegexpQuery(new Term(field, literal + "(" + (isExact() ? inner : small(inner)) + ")"));
    }

    private static String small(String pattern) {
        var small = new StringBuilder(pattern.length());
        for (var at = 0; at < pattern.length(); at++) {
            var c = pattern.charAt(at);
            small.append(at > 0 && pattern.charAt(at - 1) == '\\' ? c : Character.toLowerCase(c));
        }
        return small.toString();
    }

    Query fuzzy(String word, int edits) {
        return new FuzzyQuery(term(written(word)), edits, mark.codePointCount(0, mark.length()));
    }

    Query range(@Nullable String from, @Nullable String to, boolean withFrom, boolean withTo) {
        return TermRangeQuery.newStringRange(
                field,
                mark + (from == null ? "" : written(from)),
                to == null ? Fields.behind(mark) : mark + written(to),
                from == null || withFrom,
                to != null && withTo);
    }
}
