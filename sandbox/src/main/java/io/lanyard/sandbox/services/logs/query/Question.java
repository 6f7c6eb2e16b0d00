// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.logs.dataprime.DataPrime;
import io.lanyard.sandbox.services.logs.index.Hit;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.index.Search;
import io.lanyard.sandbox.services.logs.lucene.LuceneSyntax;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A query that was understood, ready to be asked. */
public final class Question {
    private final LogIndex index;
    private final Function<Search, Answer> ask;

    private Question(LogIndex index, Function<Search, Answer> ask) {
        this.index = index;
        this.ask = ask;
    }

    /**
     * Understands a query, without looking at any log.
     *
     * @throws QueryException when it can't be understood
     */
    public static Question of(LogIndex index, QueryRequest request) {
        return request.lucene() ? lucene(index, request) : dataPrime(index, request);
    }

    private static Question dataPrime(LogIndex index, QueryRequest request) {
        var understood = DataPrime.parse(request.text(), index, request.tier() == Tier.ARCHIVE);
        var unknown = check(index, request, understood.fields());
        var query = Search.within(
                understood.query(),
                request.window().fromMicros(),
                request.window().toMicros());
        return new Question(index, search -> {
            var late = new ArrayList<JsonObject>();
            return new Answer(
                    understood.results(
                            search.find(query),
                            request.limit(),
                            () -> late.add(Warnings.groups(DataPrime.MOST_GROUPS))),
                    request.limit(),
                    early(index, request, unknown),
                    () -> List.copyOf(late),
                    search::close);
        });
    }

    private static Question lucene(LogIndex index, QueryRequest request) {
        var understood = LuceneSyntax.parse(request.text(), index);
        check(index, request, understood.fields());
        var query = Search.within(
                understood.query(),
                request.window().fromMicros(),
                request.window().toMicros());
        return new Question(
                index,
                search -> new Answer(
                        told(search.find(query)),
                        request.limit(),
                        early(index, request, Set.of()),
                        List::of,
                        search::close));
    }

    private static Iterator<Result> told(Iterator<Hit> hits) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return hits.hasNext();
            }

            @Override
            public Result next() {
                return Result.of(hits.next());
            }
        };
    }

    /** A strict query names no field that isn't there. */
    private static Set<String> check(LogIndex index, QueryRequest request, Set<String> fields) {
        var unknown = new TreeSet<String>();
        fields.stream().filter(field -> !index.knows(field)).forEach(unknown::add);
        if (request.strict() && !unknown.isEmpty()) {
            throw new QueryException("No log has the field '" + String.join("', '", unknown)
                    + "', and the query is strict about fields.");
        }
        return unknown;
    }

    private static List<JsonObject> early(LogIndex index, QueryRequest request, Set<String> unknown) {
        var warnings = new ArrayList<JsonObject>();
        request.window().warning().ifPresent(warnings::add);
        unknown.forEach(field -> warnings.add(Warnings.compiled("No log has the field '" + field + "'.")));
        if (index.isFull()) {
            warnings.add(Warnings.fields());
        }
        return warnings;
    }

    /** Asks, and tells the results while they are read, the query's id before them. */
    public InputStream tell(String queryId) {
        var id = new JsonObject();
        id.addProperty("query_id", queryId);
        var event = new JsonObject();
        event.add("query_id", id);
        return new Telling(Telling.Form.DIRECT, List.of(event), this::answer);
    }

    /** Asks, and tells the results alone, to be kept. */
    Telling keep() {
        return new Telling(Telling.Form.BACKGROUND, List.of(), this::answer);
    }

    private Answer answer() {
        var search = index.search();
        try {
            return ask.apply(search);
        } catch (RuntimeException | Error failed) {
            search.close();
            throw failed;
        }
    }
}
