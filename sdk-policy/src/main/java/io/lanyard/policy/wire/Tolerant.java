package io.lanyard.policy.wire;

import java.util.List;
import java.util.Optional;

/**
 * Policy wire: reads JSON without ever failing, and remembers whether something had another shape than expected. One odd
 * policy must not break the list that it is in.
 */
final class Tolerant {
    private boolean odd;

    /** Says whether anything was not what it should be. */
    boolean odd() {
        return odd;
    }

    /** Notes that something was not what it should be. */
    void markOdd() {
        odd = true;
    }

    Node object(Node node) {
        if (node.isObject()) {
            return node;
        }
        odd |= !node.isNull();
        return Node.emptyObject();
    }

    Node object(Node parent, String name) {
        return object(parent.get(name));
    }

    List<Node> array(Node parent, String name) {
        var node = parent.get(name);
        odd |= !node.isList() && !node.isNull();
        return node.isList() ? node.members() : List.of();
    }

    Optional<String> text(Node parent, String name) {
        var node = parent.get(name);
        if (node.isScalar()) {
            return Optional.of(node.text());
        }
        odd |= !node.isNull();
        return Optional.empty();
    }

    Optional<Long> number(Node parent, String name) {
        return text(parent, name).flatMap(text -> {
            try {
                return Optional.of((long) Double.parseDouble(text));
            } catch (NumberFormatException e) {
                odd = true;
                return Optional.empty();
            }
        });
    }
}
