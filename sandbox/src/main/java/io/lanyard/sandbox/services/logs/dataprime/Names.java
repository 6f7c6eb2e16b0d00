// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of logs that a query names before it makes values of its own. */
final class Names {
    private Names() {}

    static void in(List<Stage> stages, Set<String> found) {
        for (var stage : stages) {
            in(stage, found);
            if (stage instanceof Stage.Choose || stage instanceof Stage.GroupBy) {
                return; // what is named from here on was made by the query
            }
        }
    }

    private static void in(Stage stage, Set<String> found) {
        if (stage instanceof Stage.Filter filter) {
            in(filter.condition(), found);
        } else if (stage instanceof Stage.Choose choose) {
            choose.columns().forEach(column -> in(column.value(), found));
        } else if (stage instanceof Stage.GroupBy group) {
            group.by().forEach(column -> in(column.value(), found));
            group.aggregates().forEach(aggregate -> in(aggregate.of(), found));
        } else if (stage instanceof Stage.OrderBy order) {
            order.keys().forEach(key -> in(key.value(), found));
        }
    }

    private static void in(Expr expr, Set<String> found) {
        if (expr instanceof Expr.Path path) {
            var named = path.names().stream().filter(name -> !isPlace(name)).collect(Collectors.joining("."));
            if (path.root() == Expr.Root.DATA && !named.isEmpty()) {
                found.add(named);
            }
        } else if (expr instanceof Expr.Not not) {
            in(not.of(), found);
        } else if (expr instanceof Expr.Both both) {
            in(both.left(), found);
            in(both.right(), found);
        } else if (expr instanceof Expr.Compare compare) {
            in(compare.left(), found);
            in(compare.right(), found);
        } else if (expr instanceof Expr.Call call) {
            call.arguments().forEach(argument -> in(argument, found));
        }
    }

    /** The place of a value in an array is no part of a field's name. */
    static boolean isPlace(String name) {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
