package io.lanyard.policy.decision;

import io.lanyard.policy.Attribute;
import io.lanyard.policy.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decision: a condition, prepared when the policy is written. */
sealed interface RuleTest {

    boolean holds(Request request);

    /** Adds every comparison that keeps the condition from holding. */
    void failures(Request request, List<FailedClause> into);

    /** Adds what in it can't be judged. */
    void notModelled(List<String> into);

    static RuleTest of(Rule rule) {
        if (rule instanceof Rule.All all) {
            return new All(all.rules().stream().map(RuleTest::of).toList());
        }
        if (rule instanceof Rule.Any any) {
            return new Any(any.rules().stream().map(RuleTest::of).toList());
        }
        if (rule instanceof Attribute attribute) {
            var clock = ClockTest.of(attribute);
            return clock.isPresent() ? new Clock(attribute, clock.get()) : Text.of(attribute);
        }
        return new Unknown(((Rule.Unknown) rule).json());
    }

    /** Holds when all do. */
    record All(List<RuleTest> tests) implements RuleTest {
        @Override
        public boolean holds(Request request) {
            for (var test : tests) {
                if (!test.holds(request)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void failures(Request request, List<FailedClause> into) {
            tests.forEach(test -> test.failures(request, into));
        }

        @Override
        public void notModelled(List<String> into) {
            tests.forEach(test -> test.notModelled(into));
        }
    }

    /** Holds when one does. */
    record Any(List<RuleTest> tests) implements RuleTest {
        @Override
        public boolean holds(Request request) {
            for (var test : tests) {
                if (test.holds(request)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void failures(Request request, List<FailedClause> into) {
            if (!holds(request)) {
                tests.forEach(test -> test.failures(request, into));
            }
        }

        @Override
        public void notModelled(List<String> into) {
            tests.forEach(test -> test.notModelled(into));
        }
    }

    /** Compares the time of the request; without a time it doesn't hold. */
    record Clock(Attribute attribute, ClockTest test) implements RuleTest {
        @Override
        public boolean holds(Request request) {
            var at = request.instant();
            return at != null && test.holds(at);
        }

        @Override
        public void failures(Request request, List<FailedClause> into) {
            if (!holds(request)) {
                into.add(FailedClause.of(
                        FailedClause.Kind.CONDITION, attribute, request.at().map(test::observed)));
            }
        }

        @Override
        public void notModelled(List<String> into) {
            if (test == ClockTest.NEVER) {
                into.add("the value of " + attribute);
            }
        }
    }

    /** Compares an attribute of the resource or of the surroundings. */
    record Text(Attribute attribute, Reference reference, TextTest test) implements RuleTest {
        static Text of(Attribute attribute) {
            return new Text(attribute, Reference.of(attribute.key()), TextTest.of(attribute));
        }

        @Override
        public boolean holds(Request request) {
            return test.test(reference.observed(request));
        }

        @Override
        public void failures(Request request, List<FailedClause> into) {
            if (!holds(request)) {
                @Nullable String observed = reference.observed(request);
                into.add(FailedClause.of(FailedClause.Kind.CONDITION, attribute, Optional.ofNullable(observed)));
            }
        }

        @Override
        public void notModelled(List<String> into) {
            if (test == TextTest.NEVER) {
                into.add("the comparison " + attribute);
            }
        }
    }

    /** Never holds, and says so. */
    record Unknown(String json) implements RuleTest {
        @Override
        public boolean holds(Request request) {
            return false;
        }

        @Override
        public void failures(Request request, List<FailedClause> into) {
            into.add(new FailedClause(FailedClause.Kind.CONDITION, "rule", "", json, Optional.empty()));
        }

        @Override
        public void notModelled(List<String> into) {
            into.add("the condition " + json);
        }
    }
}
