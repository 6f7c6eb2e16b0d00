package io.lanyard.policy.decision;

import io.lanyard.policy.Attribute;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decision: one comparison of a text, prepared when a policy is written. An absent text matches nothing but {@code stringExists: false}. */
interface TextTest {
    /** Never true: an operator or a value that we don't know can't be taken as fulfilled. */
    TextTest NEVER = observed -> false;

    boolean test(@Nullable String observed);

    static TextTest of(Attribute attribute) {
        var operator = attribute.operator();
        List<String> texts = attribute.value().texts();
        if (operator.equals(Operator.STRING_EXISTS)) {
            return exists(attribute.value());
        }
        if (operator.equals(Operator.STRING_EQUALS_ANY_OF)) {
            var wanted = Set.copyOf(texts);
            return observed -> observed != null && wanted.contains(observed);
        }
        if (operator.equals(Operator.STRING_MATCH_ANY_OF)) {
            var globs = texts.stream().map(Glob::compile).toList();
            return observed -> observed != null && globs.stream().anyMatch(glob -> glob.matches(observed));
        }
        if (texts.size() != 1 || attribute.value() instanceof Value.Many) {
            return NEVER;
        }
        if (operator.equals(Operator.STRING_EQUALS)) {
            return texts.get(0)::equals;
        }
        if (operator.equals(Operator.STRING_MATCH)) {
            var glob = Glob.compile(texts.get(0));
            return observed -> observed != null && glob.matches(observed);
        }
        return NEVER;
    }

    private static TextTest exists(Value value) {
        var texts = value.texts();
        if (texts.equals(List.of("true"))) {
            return observed -> observed != null;
        }
        return texts.equals(List.of("false")) ? observed -> observed == null : NEVER;
    }
}
