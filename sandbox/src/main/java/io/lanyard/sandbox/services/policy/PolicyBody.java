// Room: sandbox / policy management. What a policy says, whichever schema version it was written in.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a policy: who, may do what, on what, when.
 *
 * @param type {@code access} or {@code authorization}
 * @param roles role CRNs, as sent
 * @param pattern how {@code rule} is to be read; absent without a rule
 */
record PolicyBody(
        String type,
        List<Clause> subject,
        List<Clause> resource,
        List<Clause> tags,
        List<String> roles,
        @Nullable String pattern,
        @Nullable JsonElement rule) {

    PolicyBody {
        subject = List.copyOf(subject);
        resource = List.copyOf(resource);
        tags = List.copyOf(tags);
        roles = List.copyOf(roles);
    }

    boolean authorization() {
        return type.equals("authorization");
    }

    String accountId() {
        return resourceValue("accountId").orElseThrow();
    }

    /** One text for the subject, whatever the order of its attributes. */
    String subjectKey() {
        return subject.stream()
                .map(clause -> clause.key() + ' ' + clause.operator() + ' ' + clause.value())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The account's, group's or service's name for the subject, when it is one identity or group. */
    Optional<String> subjectValue(String key) {
        return valueOf(subject, key);
    }

    Optional<String> resourceValue(String key) {
        return valueOf(resource, key);
    }

    /** The resource as attributes of a request, for the question whether someone may manage this policy. */
    Map<String, String> resourceAttributes() {
        Map<String, String> attributes = new TreeMap<>();
        resource.stream().filter(Clause::equalsText).forEach(clause -> attributes.put(clause.key(), clause.text()));
        return attributes;
    }

    PolicyBody withRoles(List<String> remaining) {
        return new PolicyBody(type, subject, resource, tags, remaining, pattern, rule);
    }

    private static Optional<String> valueOf(List<Clause> clauses, String key) {
        return clauses.stream()
                .filter(clause -> clause.key().equals(key) && clause.equalsText())
                .map(Clause::text)
                .findFirst();
    }

    static String keysOf(List<Clause> clauses) {
        return clauses.stream().map(Clause::key).collect(Collectors.joining(", "));
    }
}
