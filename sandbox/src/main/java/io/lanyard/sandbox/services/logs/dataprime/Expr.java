// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has a value for each log. */
sealed interface Expr {
    /**
     * A value that is written down.
     *
     * @param value text, a {@code Double}, a {@code Boolean}, or null
     */
    record Literal(@Nullable Object value) implements Expr {}

    /**
     * A field.
     *
     * @param root whose field it is
     * @param names the names that lead to it; none for all of it
     */
    record Path(Root root, List<String> names) implements Expr {
        /** The names with dots between them. */
        String dotted() {
            return String.join(".", names);
        }

        boolean isSeverity() {
            return root == Root.METADATA && names.equals(List.of("severity"));
        }
    }

    /** Whose field a path names. */
    enum Root {
        /** {@code $d}: the log. */
        DATA,
        /** {@code $l}: where it is from. */
        LABELS,
        /** {@code $m}: what the service knows about it. */
        METADATA
    }

    /**
     * The opposite.
     *
     * @param of what is denied
     */
    record Not(Expr of) implements Expr {}

    /**
     * Both, or one of two.
     *
     * @param and whether both
     * @param left the one
     * @param right the other
     */
    record Both(boolean and, Expr left, Expr right) implements Expr {}

    /**
     * A comparison.
     *
     * @param operator how
     * @param left the one
     * @param right the other
     */
    record Compare(Operator operator, Expr left, Expr right) implements Expr {}

    /** How two values are compared. */
    enum Operator {
        EQUAL("=="),
        DIFFERENT("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        TEXT("~"),
        ANY_TEXT("~~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /**
     * A function of values.
     *
     * @param function which
     * @param arguments of what; the thing itself first
     */
    record Call(Function function, List<Expr> arguments) implements Expr {}
}
