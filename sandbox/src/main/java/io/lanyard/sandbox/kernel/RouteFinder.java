// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. */
interface RouteFinder {
    /** Adds a route; two that can't be told apart are refused. */
    void add(Route route);

    /** Finds one by what is known before the body comes. */
    Match match(Request head);

    /**
     * What was found.
     *
     * @param route the route, absent when the path or the method is unknown
     * @param values the raw values of the route's parameters
     * @param allowed the methods that the path has, when the method is unknown; empty when the path is
     * @param errors the shape of the API that the path belongs to, as far as one can tell
     */
    record Match(@Nullable Route route, List<String> values, Set<String> allowed, ErrorShape errors) {}
}
