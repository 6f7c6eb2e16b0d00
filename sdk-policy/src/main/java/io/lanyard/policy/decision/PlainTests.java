package io.lanyard.policy.decision;

import java.util.Comparator;
import java.util.List;

/**
 * Decision: the equalities of a policy on well-known attributes, which is nearly all there is in most policies. A hash is compared
 * before any text is touched, the attribute that differs most often first: most policies fall out after one comparison of numbers.
 */
final class PlainTests {
    private static final List<Integer> MOST_TELLING_FIRST = List.of(
            Slots.RESOURCE, Slots.INSTANCE, Slots.REGION, Slots.RESOURCE_GROUP, Slots.TYPE, Slots.SERVICE_GROUP);

    private final AttributeTest[] tests;
    private final int[] hashes;
    private final int[] slots;

    private PlainTests(AttributeTest[] tests) {
        this.tests = tests;
        this.hashes = new int[tests.length];
        this.slots = new int[tests.length];
        for (int i = 0; i < tests.length; i++) {
            hashes[i] = wanted(tests[i]).hashCode();
            slots[i] = tests[i].slot();
        }
    }

    /** Returns the place of the attribute to look at first, -1 if there is none. */
    int firstSlot() {
        return slots.length == 0 ? -1 : slots[0];
    }

    /** Returns the hash that is wanted there. */
    int firstHash() {
        return hashes.length == 0 ? 0 : hashes[0];
    }

    static PlainTests of(List<AttributeTest> tests) {
        return new PlainTests(tests.stream()
                .filter(PlainTests::covers)
                .sorted(Comparator.comparingInt(test -> MOST_TELLING_FIRST.indexOf(test.slot())))
                .toArray(AttributeTest[]::new));
    }

    /** Says whether a test is one of these: an equality on a well-known attribute. */
    static boolean covers(AttributeTest test) {
        return MOST_TELLING_FIRST.contains(test.slot()) && test.attribute().isPlain();
    }

    boolean hold(Request request) {
        for (int i = 0; i < slots.length; i++) {
            if (hashes[i] != request.hash(slots[i]) || !tests[i].holds(request)) {
                return false;
            }
        }
        return true;
    }

    int countFailed(Request request) {
        int failed = 0;
        for (int i = 0; i < slots.length; i++) {
            failed += hashes[i] == request.hash(slots[i]) && tests[i].holds(request) ? 0 : 1;
        }
        return failed;
    }

    void addFailed(Request request, List<FailedClause> into) {
        for (var test : tests) {
            if (!test.holds(request)) {
                into.add(test.failure(request));
            }
        }
    }

    private static String wanted(AttributeTest test) {
        return test.attribute().value().texts().get(0);
    }
}
