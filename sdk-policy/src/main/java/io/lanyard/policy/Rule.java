package io.lanyard.policy;

import java.util.List;

/**
 * The condition of a policy: one {@link Attribute}, or several joined by <em>and</em> or <em>or</em>, at most two levels
 * deep and ten attributes in all (the service counts, this type doesn't).
 */
public sealed interface Rule permits Attribute, Rule.All, Rule.Any, Rule.Unknown {

    /** Holds when every member holds. */
    record All(List<Rule> rules) implements Rule {
        /** Copies the list. */
        public All {
            rules = List.copyOf(rules);
        }
    }

    /** Holds when one member holds. */
    record Any(List<Rule> rules) implements Rule {
        /** Copies the list. */
        public Any {
            rules = List.copyOf(rules);
        }
    }

    /** A shape that this version doesn't know: written back as it came, and never taken as true. */
    record Unknown(String json) implements Rule {}

    /** Joins rules by <em>and</em>. */
    static Rule allOf(Rule... rules) {
        return new All(List.of(rules));
    }

    /** Joins rules by <em>or</em>. */
    static Rule anyOf(Rule... rules) {
        return new Any(List.of(rules));
    }

    /** Asks for an attribute of the resource that is touched, such as {@code prefix} or {@code path} of Object Storage. */
    static Rule resource(String attribute, Match match) {
        return Attribute.of("{{resource.attributes." + attribute + "}}", match);
    }

    /** Asks for an attribute of the request's surroundings, such as {@code delimiter}. */
    static Rule environment(String attribute, Match match) {
        return Attribute.of("{{environment.attributes." + attribute + "}}", match);
    }
}
