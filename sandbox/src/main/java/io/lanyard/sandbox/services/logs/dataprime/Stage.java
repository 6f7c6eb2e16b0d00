// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.List;

/** One step of a query. */
sealed interface Stage {
    /**
     * Lets pass what a condition holds for.
     *
     * @param condition the condition
     */
    record Filter(Expr condition) implements Stage {}

    /**
     * Lets pass what Lucene's syntax finds; only as the first of all steps but filters.
     *
     * @param query the query
     * @param at where it is written
     */
    record Lucene(String query, int at) implements Stage {}

    /**
     * Keeps some values, and nothing else.
     *
     * @param columns the values
     */
    record Choose(List<Column> columns) implements Stage {}

    /**
     * Lets pass the first ones.
     *
     * @param most how many
     */
    record Limit(int most) implements Stage {}

    /**
     * Brings everything into an order.
     *
     * @param keys by what, the first counts most
     */
    record OrderBy(List<Key> keys) implements Stage {}

    /**
     * Brings together what has the same values, and says something about each group.
     *
     * @param by the values; none makes a single group of all
     * @param aggregates what is said
     * @param largestFirst whether the groups come by their first number
     */
    record GroupBy(List<Column> by, List<Aggregate> aggregates, boolean largestFirst) implements Stage {}

    /**
     * A value and the name that it gets.
     *
     * @param value the value
     * @param path the names that lead to it
     */
    record Column(Expr value, List<String> path) {}

    /**
     * A value that an order goes by.
     *
     * @param value the value
     * @param descending whether the largest comes first
     */
    record Key(Expr value, boolean descending) {}

    /**
     * What is said about a group.
     *
     * @param kind what
     * @param of about which value
     * @param path the names that lead to it
     */
    record Aggregate(Kind kind, Expr of, List<String> path) {}

    /** What can be said about a group. */
    enum Kind {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }
}
