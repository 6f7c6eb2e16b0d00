package io.lanyard.policy.decision;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decision: the policies of one subject, those for exactly one service under its name. Immutable: a policy write copies the one
 * bucket it touches. Services are found by their hash in a plain array: few as they are, that costs one look into memory.
 */
final class Bucket {
    private static final Compiled[] NOTHING = new Compiled[0];
    static final Bucket EMPTY = new Bucket(new String[0], new Compiled[0][], NOTHING);

    private final String[] services;
    private final int[] hashes;
    private final Compiled[][] ofService;
    private final Compiled[] anyService;
    private final int size;

    private Bucket(String[] services, Compiled[][] ofService, Compiled[] anyService) {
        this.services = services;
        this.ofService = ofService;
        this.anyService = anyService;
        this.hashes = Arrays.stream(services).mapToInt(String::hashCode).toArray();
        this.size = anyService.length
                + Arrays.stream(ofService).mapToInt(policies -> policies.length).sum();
    }

    /** Finds the first policy that permits; {@code described} when the subject isn't settled by the bucket itself. */
    @Nullable Compiled permitting(Request request, boolean described) {
        int at = indexOf(request.service(), request.hash(Slots.SERVICE));
        var hit = at < 0 ? null : first(ofService[at], request, described);
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

    /** Visits the policies that could be about the request's service. */
    void forEachOf(Request request, Consumer<Compiled> each) {
        int at = indexOf(request.service(), request.hash(Slots.SERVICE));
        for (var policy : at < 0 ? NOTHING : ofService[at]) {
            each.accept(policy);
        }
        for (var policy : anyService) {
            each.accept(policy);
        }
    }

    /** Visits the policies of other services. */
    void forEachOther(Request request, Consumer<Compiled> each) {
        int at = indexOf(request.service(), request.hash(Slots.SERVICE));
        for (int i = 0; i < services.length; i++) {
            for (var policy : i == at ? NOTHING : ofService[i]) {
                each.accept(policy);
            }
        }
    }

    /** Visits all of them. */
    void forEach(Consumer<Compiled> each) {
        for (var policies : ofService) {
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
            return new Bucket(services, ofService, plus(anyService, policy));
        }
        int at = indexOf(service, service.hashCode());
        if (at < 0) {
            return new Bucket(plus(services, service), plus(ofService, new Compiled[] {policy}), anyService);
        }
        var changed = ofService.clone();
        changed[at] = plus(ofService[at], policy);
        return new Bucket(services, changed, anyService);
    }

    Bucket without(Compiled policy) {
        var service = policy.service();
        if (service == null) {
            return new Bucket(services, ofService, minus(anyService, policy));
        }
        int at = indexOf(service, service.hashCode());
        if (at < 0) {
            return this;
        }
        var changed = ofService.clone();
        changed[at] = minus(ofService[at], policy);
        return changed[at].length > 0
                ? new Bucket(services, changed, anyService)
                : new Bucket(minus(services, services[at]), minus(changed, changed[at]), anyService);
    }

    private int indexOf(String service, int hash) {
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && services[i].equals(service)) {
                return i;
            }
        }
        return -1;
    }

    private static <T> T[] plus(T[] array, T one) {
        var more = Arrays.copyOf(array, array.length + 1);
        more[array.length] = one;
        return more;
    }

    /** Takes out the very object, of which there is one. */
    @SuppressWarnings("ReferenceEquality")
    private static <T> T[] minus(T[] array, T one) {
        return Arrays.stream(array).filter(each -> each != one).toArray(length -> Arrays.copyOf(array, length));
    }
}
