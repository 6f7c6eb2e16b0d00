// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import com.google.gson.JsonElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up one thing about a group. */
final class Tally {
    private final Stage.Aggregate aggregate;
    private long count;
    private double sum;
    private @Nullable Object least;
    private @Nullable Object most;

    Tally(Stage.Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    void add(Row row) {
        var value = Evaluation.value(aggregate.of(), row);
        if (value == null) {
            return;
        }
        switch (aggregate.kind()) {
            case COUNT -> count++;
            case SUM, AVG -> {
                var number = Values.number(value);
                count += number == null ? 0 : 1;
                sum += number == null ? 0 : number;
            }
            case MIN, MAX -> {
                least = least == null || Values.compare(value, least).orElse(0) < 0 ? value : least;
                most = most == null || Values.compare(value, most).orElse(0) > 0 ? value : most;
            }
        }
    }

    long count() {
        return count;
    }

    List<String> path() {
        return aggregate.path();
    }

    JsonElement json() {
        return switch (aggregate.kind()) {
            case COUNT -> Values.json((double) count);
            case SUM -> Values.json(sum);
            case AVG -> Values.json(count == 0 ? null : (Object) (sum / count));
            case MIN -> Values.json(least);
            case MAX -> Values.json(most);
        };
    }
}
