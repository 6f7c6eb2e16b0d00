// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.logs.dataprime.DataPrime;
import io.lanyard.sandbox.services.logs.index.Found;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.index.Search;
import io.lanyard.sandbox.services.logs.lucene.LuceneSyntax;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.search.Query;

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
        var everything = request.tier() == Tier.ARCHIVE;
        var understood = DataPrime.parse(request.text(), index.fields(), everything);
        var early = new Remarks(index, request.window(), understood.fields(), understood.remarks(), everything);
        early.check(request.strict());
        var query = within(request, understood.query());
        return new Question(index, search -> {
            var late = new ArrayList<JsonObject>();
            return new Answer(
                    understood.results(
                            understood.looksAtAll() ? search.all(query) : search.find(query, request.limit() + 1),
                            request.limit(),
                            () -> late.add(Warnings.groups(DataPrime.MOST_GROUPS))),
                    request.limit(),
                    early.warnings(search),
                    () -> List.copyOf(late),
                    search::close);
        });
    }

    private static Question lucene(LogIndex index, QueryRequest request) {
        var understood = LuceneSyntax.parse(request.text(), index.fields());
        var early = new Remarks(index, request.window(), understood.fields(), understood.remarks(), false);
        early.check(request.strict());
        var query = within(request, understood.query());
        return new Question(
                index,
                search -> new Answer(
                        told(search.find(query, request.limit() + 1)),
                        request.limit(),
                        early.warnings(search),
                        List::of,
                        search::close));
    }

    private static Query within(QueryRequest request, Query query) {
        return Search.within(
                query, request.window().fromMicros(), request.window().toMicros());
    }

    private static Iterator<Result> told(Iterator<Found> found) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public Result next() {
                return Result.of(found.next().hit());
            }
        };
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
