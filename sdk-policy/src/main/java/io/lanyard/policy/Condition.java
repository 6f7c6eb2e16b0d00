package io.lanyard.policy;

import java.util.List;

/**
 * Policy: when a policy counts: a rule, and the pattern that the service files it under.
 *
 * @param pattern the kind of rule
 * @param rule the rule
 */
public record Condition(Pattern pattern, Rule rule) implements TimeWindow {
    /** The empty rule, which always holds: for a policy that carries a pattern and no rule. */
    public static final Rule NO_RULE = new Rule.All(List.of());

    /**
     * Makes a condition over attributes of the resource.
     *
     * @param rule the rule
     * @return the condition
     */
    public static Condition where(Rule rule) {
        return new Condition(Pattern.RESOURCE_ATTRIBUTES, rule);
    }

    @Override
    public Condition condition() {
        return this;
    }
}
