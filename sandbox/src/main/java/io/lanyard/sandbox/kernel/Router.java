// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path: a tree of segments, literals before parameters, with one look per segment for most paths. */
final class Router implements RouteFinder {
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node one;
        private @Nullable Node rest;
        private final Map<Method, Route> routes = new EnumMap<>(Method.class);
        private @Nullable ErrorShape errors;
    }

    private final Node root = new Node();
    private final ErrorShape fallback;

    Router(ErrorShape fallback) {
        this.fallback = fallback;
        root.errors = fallback;
    }

    @Override
    public void add(Route route) {
        var node = root;
        for (var segment : segments(route.template())) {
            node = child(node, segment);
            if (node.errors == null) {
                node.errors = route.service().errors();
            }
        }
        var other = node.routes.putIfAbsent(route.method(), route);
        if (other != null) {
            throw new IllegalStateException("Two routes for " + route.method() + " " + route.template() + ": "
                    + other.operation() + " and " + route.operation());
        }
    }

    private static Node child(Node node, String segment) {
        if (!isParam(segment)) {
            return node.literals.computeIfAbsent(segment, s -> new Node());
        }
        if (segment.endsWith("+}")) {
            node.rest = node.rest == null ? new Node() : node.rest;
            return node.rest;
        }
        node.one = node.one == null ? new Node() : node.one;
        return node.one;
    }

    @Override
    public Match match(Request head) {
        var search = new Search(head.method(), segments(head.path()));
        search.from(root, 0);
        var found = search.found;
        if (found != null) {
            return new Match(found, search.values(), Set.of(), found.service().errors());
        }
        var shape = search.errors == null ? fallback : search.errors;
        return new Match(null, List.of(), search.allowed, shape);
    }

    static boolean isParam(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(6);
        var from = path.startsWith("/") ? 1 : 0;
        while (from < path.length()) {
            var end = path.indexOf('/', from);
            end = end < 0 ? path.length() : end;
            segments.add(path.substring(from, end));
            from = end + 1;
        }
        return segments;
    }

    private static final class Search {
        private final Method method;
        private final List<String> segments;
        private final Deque<String> taken = new ArrayDeque<>(4);
        private final Set<String> allowed = new TreeSet<>();
        private @Nullable Route found;
        private @Nullable ErrorShape errors;
        private int deepest = -1;

        Search(Method method, List<String> segments) {
            this.method = method;
            this.segments = segments;
        }

        List<String> values() {
            return List.copyOf(taken);
        }

        boolean from(Node node, int at) {
            if (at > deepest && node.errors != null) {
                deepest = at;
                errors = node.errors;
            }
            if (at == segments.size()) {
                return end(node);
            }
            var segment = segments.get(at);
            var literal = node.literals.get(segment);
            if (literal != null && from(literal, at + 1)) {
                return true;
            }
            if (node.one != null && !segment.isEmpty()) {
                taken.addLast(segment);
                if (from(node.one, at + 1)) {
                    return true;
                }
                taken.removeLast();
            }
            return node.rest != null && rest(node.rest, at);
        }

        private boolean rest(Node node, int at) {
            for (var end = segments.size(); end > at; end--) {
                taken.addLast(String.join("/", segments.subList(at, end)));
                if (from(node, end)) {
                    return true;
                }
                taken.removeLast();
            }
            return false;
        }

        private boolean end(Node node) {
            found = node.routes.get(method);
            if (found == null && method == Method.HEAD) {
                found = node.routes.get(Method.GET);
            }
            if (found == null) {
                node.routes.keySet().forEach(m -> allowed.add(m.name()));
            }
            return found != null;
        }
    }
}
