// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.lucene;

import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.index.KnownFields;
import io.lanyard.sandbox.services.logs.query.QueryException;
import java.util.Set;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Understands queries in Lucene's syntax, as the service does: without an operator between two terms, both must be there. */
public final class LuceneSyntax {
    private LuceneSyntax() {}

    /**
     * A query that was understood.
     *
     * @param query what the index is asked
     * @param fields the fields of logs that it names
     * @param remarks what may be otherwise than it was meant, in sentences
     */
    public record Understood(Query query, Set<String> fields, Set<String> remarks) {}

    /**
     * Understands a query.
     *
     * @throws QueryException when it can't be understood
     */
    public static Understood parse(String text, KnownFields known) {
        if (text.isBlank()) {
            return new Understood(new MatchAllDocsQuery(), Set.of(), Set.of());
        }
        var tidied = Tidy.tidy(text);
        var parser = new FieldParser(known);
        try {
            var query = parser.parse(tidied.text());
            return new Understood(query, Set.copyOf(parser.fields()), parser.remarks());
        } catch (ParseException broken) {
            throw worded(broken, tidied);
        } catch (IndexSearcher.TooManyClauses many) {
            throw new QueryException("The query has too many parts; " + IndexSearcher.getMaxClauseCount()
                    + " are the most that one may have.");
        }
    }

    /** Lucene says what it expected in the words of its grammar; where it stood is all that is of use in it. */
    private static QueryException worded(ParseException broken, Tidy.Tidied tidied) {
        var cause = broken.getCause();
        if (cause instanceof IndexSearcher.TooManyClauses) {
            return new QueryException("The query has too many parts; " + IndexSearcher.getMaxClauseCount()
                    + " are the most that one may have.");
        }
        var before = cause instanceof ParseException exact ? exact.currentToken : broken.currentToken;
        var token = before == null ? null : before.next;
        if (token == null || token.kind == 0) {
            return new QueryException(
                    "The query ends where something must follow: a term after an operator, a value after a colon.");
        }
        return QueryException.at(
                tidied.asked(token.beginColumn),
                "'" + Words.shown(shown(token)) + "' can't stand here; operators (AND, OR, NOT) need a term on their"
                        + " side, and what is no operator goes into quotes.");
    }

    private static String shown(@Nullable Token token) {
        return token == null || token.image == null ? "" : token.image;
    }
}
