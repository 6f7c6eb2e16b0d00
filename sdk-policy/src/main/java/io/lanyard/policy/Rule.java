package io.lanyard.policy;

import java.util.List;

/**
 * Policy: the condition of a policy: one {@link Attribute}, or several joined by <em>and</em> or <em>or</em>, at most two levels
 * deep and ten attributes in all (the service counts, this type doesn't).
 */
public sealed interface Rule permits Attribute, Rule.All, Rule.Any, Rule.Unknown {

    /**
     * Policy: holds when every member holds.
     *
     * @param rules the members
     */
    record All(List<Rule> rules) implements Rule {
        /** Copies the list. */
        public All {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Policy: holds when one member holds.
     *
     * @param rules the members
     */
    record Any(List<Rule> rules) implements Rule {
        /** Copies the list. */
        public Any {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Policy: a shape that this version doesn't know: written back as it came, and never taken as true.
     *
     * @param json the rule as it came
     */
    record Unknown(String json) implements Rule {}

    /**
     * Joins rules by <em>and</em>.
     *
     * @param rules the rules
     * @return the rule
     */
    static Rule allOf(Rule... rules) {
        return new All(List.of(rules));
    }

    /**
     * Joins rules by <em>or</em>.
     *
     * @param rules the rules
     * @return the rule
     */
    static Rule anyOf(Rule... rules) {
        return new Any(List.of(rules));
    }

    /**
     * Asks for an attribute of the resource that is touched, such as {@code prefix} or {@code path} of Object Storage.
     *
     * @param attribute its name
     * @param match what it must look like
     * @return the rule
     */
    static Rule resource(String attribute, Match match) {
        return Attribute.of("{{resource.attributes." + attribute + "}}", match);
    }

    /**
     * Asks for an attribute of the request's surroundings, such as {@code delimiter}.
     *
     * @param attribute its name
     * @param match what it must look like
     * @return the rule
     */
    static Rule environment(String attribute, Match match) {
        return Attribute.of("{{environment.attributes." + attribute + "}}", match);
    }
}
