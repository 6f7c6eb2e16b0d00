// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks to be allowed: {@code repository:namespace/name:pull,push}.
 *
 * @param type {@code repository}, or a word we grant nothing on
 * @param name the repository
 * @param actions pull, push, delete, *
 */
public record Scope(String type, String name, Set<String> actions) {
    /** Everything, which is granted as the single actions it stands for. */
    public static final String ALL = "*";

    private static final int MOST = 64;

    /** Keeps the actions from later changes, in their order. */
    public Scope {
        actions = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(actions));
    }

    /** Reads one scope; empty when it has no such form. The name may hold a colon (a port), the type and the actions can't. */
    public static Optional<Scope> parse(String text) {
        var first = text.indexOf(':');
        var last = text.lastIndexOf(':');
        return first < 1 || last <= first + 1 || last == text.length() - 1
                ? Optional.empty()
                : Optional.of(new Scope(
                        text.substring(0, first),
                        text.substring(first + 1, last),
                        new LinkedHashSet<>(List.of(text.substring(last + 1).split(",", -1)))));
    }

    /** Reads all scopes of a request: repeated parameters, several in one parameter, the same twice (skopeo sends all three). */
    public static List<Scope> all(List<String> parameters) {
        Map<List<String>, Set<String>> merged = new LinkedHashMap<>();
        for (var parameter : parameters) {
            for (var one : parameter.split(" ", -1)) {
                parse(one)
                        .filter(scope -> merged.size() < MOST)
                        .ifPresent(scope -> merged.computeIfAbsent(
                                        List.of(scope.type, scope.name), k -> new LinkedHashSet<>())
                                .addAll(scope.actions));
            }
        }
        List<Scope> all = new ArrayList<>();
        merged.forEach((key, actions) -> all.add(new Scope(key.get(0), key.get(1), actions)));
        return all;
    }
}
