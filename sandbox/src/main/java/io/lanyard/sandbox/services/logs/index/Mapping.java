// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What kind of value each field has, decided by the first log that had it. A log whose fields are of other kinds is not looked at
 * by field, only as text: IBM calls that a mapping exception. Numbers fit where text is, and text that says a number, or true or
 * false, where such are.
 */
final class Mapping implements KnownFields {
    /** How many fields an instance has at most (cloud-logs.md §6); what comes later is found as text alone. */
    static final int MOST_FIELDS = 3_000;

    private static final int MOST_CLASHES = 5;

    enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        OBJECT("an object");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * A field.
     *
     * @param kind what kind of value it has
     * @param mark what its words and exact values begin with
     */
    private record Column(Kind kind, String mark) {}

    private final Map<String, Column> columns = new ConcurrentHashMap<>();
    private final Map<String, String> clashes = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean full = new AtomicBoolean();

    /** Tells whether a log's fields fit, and takes in those that are new, as far as there is room. */
    boolean admit(List<Leaf> leaves, Set<String> objects) {
        if (!fits(leaves, objects)) {
            return false;
        }
        for (var object : objects) {
            if (!learn(object, Kind.OBJECT)) {
                return false;
            }
        }
        for (var leaf : leaves) {
            if (!learn(leaf.path(), leaf.kind())) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(List<Leaf> leaves, Set<String> objects) {
        for (var object : objects) {
            var known = columns.get(object);
            if (known != null && known.kind != Kind.OBJECT) {
                return clash(object, Kind.OBJECT, known.kind);
            }
        }
        for (var leaf : leaves) {
            var known = columns.get(leaf.path());
            if (known == null && objects.contains(leaf.path())) {
                return clash(leaf.path(), leaf.kind(), Kind.OBJECT);
            }
            if (known != null && !takes(known.kind, leaf)) {
                return clash(leaf.path(), leaf.kind(), known.kind);
            }
        }
        return true;
    }

    /** Remembers the first ones, to tell whoever misses logs of it. */
    private boolean clash(String path, Kind kind, Kind before) {
        if (clashes.size() < MOST_CLASHES) {
            clashes.putIfAbsent(path, "'" + path + "' (" + kind.words + ", and " + before.words + " before)");
        }
        return false;
    }

    private static boolean takes(Kind known, Leaf leaf) {
        return switch (known) {
            case TEXT -> true;
            case NUMBER -> leaf.number() != null;
            case BOOLEAN -> leaf.text().equals("true") || leaf.text().equals("false");
            case OBJECT -> false;
        };
    }

    /** Another log may have been faster; then its kind counts. */
    private boolean learn(String path, Kind kind) {
        if (columns.containsKey(path)) {
            return true;
        }
        if (columns.size() >= MOST_FIELDS) {
            full.set(true);
            return true;
        }
        var before = columns.putIfAbsent(path, new Column(kind, Fields.mark(numbers.incrementAndGet())));
        return before == null || before.kind == kind || (before.kind == Kind.TEXT && kind != Kind.OBJECT);
    }

    @Override
    public boolean knows(String path) {
        return columns.containsKey(path);
    }

    @Override
    public boolean isNumber(String path) {
        var column = columns.get(path);
        return column != null && column.kind == Kind.NUMBER;
    }

    @Override
    public Collection<String> names() {
        return columns.keySet();
    }

    @Override
    public String mark(String path) {
        var column = columns.get(path);
        return column == null ? Fields.NOWHERE : column.mark;
    }

    /** The fields that were of another kind than before, in words; the first few. */
    List<String> clashes() {
        synchronized (clashes) {
            return new ArrayList<>(clashes.values());
        }
    }

    boolean isFull() {
        return full.get();
    }
}
