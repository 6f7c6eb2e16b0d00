package io.lanyard.policy.decision;

import io.lanyard.policy.Attribute;
import java.util.Optional;

/**
 * Decision: one thing in a policy that kept it from permitting.
 *
 * @param kind which part of the policy it is in
 * @param attribute what was compared, such as {@code region}; {@code action} for a role
 * @param operator how it was compared
 * @param wanted what the policy wants
 * @param observed what the request says; empty when it says nothing
 */
public record FailedClause(Kind kind, String attribute, String operator, String wanted, Optional<String> observed) {

    /** Decision: which part of a policy a clause is in. */
    public enum Kind {
        /** The resource is in another account than the one that was asked. */
        ACCOUNT,
        /** The policy is for somebody else. */
        SUBJECT,
        /** An attribute or a tag of the resource is another one. */
        RESOURCE,
        /** The condition doesn't hold. */
        CONDITION,
        /** The role exists for the service, and doesn't hold the action. */
        ACTION,
        /** The service doesn't know the role. */
        ROLE
    }

    static FailedClause of(Kind kind, Attribute attribute, Optional<String> observed) {
        return new FailedClause(
                kind,
                attribute.key(),
                attribute.operator().value(),
                attribute.value().toString(),
                observed);
    }

    /** {@return the clause in words, such as "resource is other_ns, the policy wants my_namespace"} */
    public String text() {
        return Wording.clause(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
