package io.lanyard.policy.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decision: the policies of one subject, those for exactly one service under its name. Immutable: a policy write copies the one
 * bucket it touches.
 */
final class Bucket {
    static final Bucket EMPTY = new Bucket(Map.of(), new Compiled[0], 0);
    private static final Compiled[] NOTHING = new Compiled[0];

    private final Map<String, Compiled[]> byService;
    private final Compiled[] anyService;
    private final int size;

    private Bucket(Map<String, Compiled[]> byService, Compiled[] anyService, int size) {
        this.byService = byService;
        this.anyService = anyService;
        this.size = size;
    }

    /** Finds the first policy that permits; {@code described} when the subject isn't settled by the bucket itself. */
    @Nullable Compiled permitting(Request request, boolean described) {
        var exact = byService.get(request.service());
        var hit = exact == null ? null : first(exact, request, described);
        return hit == null ? first(anyService, request, described) : hit;
    }

    private static @Nullable Compiled first(Compiled[] policies, Request request, boolean described) {
        for (var policy : policies) {
            if (policy.permits(request) && (!described || policy.isFor(request.asker()))) {
                return policy;
            }
        }
        return null;
    }

    int size() {
        return size;
    }

    /** Visits all policies of the subject, other services' included: an explanation may need them. */
    void forEach(Consumer<Compiled> each) {
        for (var policies : byService.values()) {
            for (var policy : policies) {
                each.accept(policy);
            }
        }
        for (var policy : anyService) {
            each.accept(policy);
        }
    }

    Bucket with(Compiled policy) {
        var service = policy.service();
        if (service == null) {
            return new Bucket(byService, plus(anyService, policy), size + 1);
        }
        var map = new HashMap<>(byService);
        map.merge(service, new Compiled[] {policy}, (old, one) -> plus(old, policy));
        return new Bucket(map, anyService, size + 1);
    }

    Bucket without(Compiled policy) {
        var service = policy.service();
        if (service == null) {
            var rest = minus(anyService, policy);
            return new Bucket(byService, rest, byServiceSize() + rest.length);
        }
        var map = new HashMap<>(byService);
        var rest = minus(map.getOrDefault(service, NOTHING), policy);
        if (rest.length == 0) {
            map.remove(service);
        } else {
            map.put(service, rest);
        }
        return new Bucket(map, anyService, size - 1);
    }

    private int byServiceSize() {
        return size - anyService.length;
    }

    private static Compiled[] plus(Compiled[] policies, Compiled policy) {
        var more = new ArrayList<>(List.of(policies));
        more.add(policy);
        return more.toArray(Compiled[]::new);
    }

    private static Compiled[] minus(Compiled[] policies, Compiled policy) {
        return List.of(policies).stream().filter(one -> one != policy).toArray(Compiled[]::new);
    }
}
