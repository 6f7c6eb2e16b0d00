package io.lanyard.policy.decision;

import io.lanyard.policy.Attribute;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decision: one attribute of a policy's resource, prepared.
 *
 * @param slot the attribute's place in a request, -1 when it has none
 * @param attribute what the policy says
 * @param test the comparison
 */
record AttributeTest(int slot, Attribute attribute, TextTest test) {

    static AttributeTest of(Attribute attribute) {
        int slot = Slots.of(attribute.key());
        return new AttributeTest(
                slot, attribute, TextTest.of(slot == Slots.SERVICE_TYPE ? typed(attribute) : attribute));
    }

    static AttributeTest[] of(List<Attribute> attributes) {
        return attributes.stream().map(AttributeTest::of).toArray(AttributeTest[]::new);
    }

    boolean holds(Request request) {
        return test.test(request.value(slot, attribute.key()));
    }

    /** Compares a service that asks: its attributes come from its CRN. */
    boolean holdsForCaller(Asker asker) {
        return test.test(asker.service().get(attribute.key()));
    }

    FailedClause failure(Request request) {
        return failure(FailedClause.Kind.RESOURCE, request.value(slot, attribute.key()));
    }

    FailedClause failure(FailedClause.Kind kind, @Nullable String observed) {
        return FailedClause.of(kind, attribute, Optional.ofNullable(observed));
    }

    /** Says whether an access tag of the request fits; several values can hang on one key. */
    boolean holdsForTags(Set<String> values) {
        return values.stream().anyMatch(test::test);
    }

    private static Attribute typed(Attribute attribute) {
        return attribute.operator().equals(Operator.STRING_EQUALS) && attribute.value() instanceof Value.Text text
                ? Attribute.of(attribute.key(), ServiceKinds.normalised(text.text()))
                : attribute;
    }
}
