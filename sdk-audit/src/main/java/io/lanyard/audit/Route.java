package io.lanyard.audit;

import io.lanyard.core.Crn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Audit: which events are sent where. All routes see each event, so that one may reach several targets; an event that no rule takes
 * goes to the default targets.
 *
 * @param id         its id
 * @param name       its name
 * @param crn        its CRN
 * @param version    how often it was changed
 * @param rules      its rules, in the order in which they are asked
 * @param createdAt  when it was created
 * @param updatedAt  when it was last changed
 * @param apiVersion the version of the API that it was made with
 * @param message    what the service has to say about it
 * @param managedBy  {@code account}, or {@code enterprise}
 */
public record Route(
        RouteId id,
        String name,
        Crn crn,
        Optional<Long> version,
        List<Rule> rules,
        Instant createdAt,
        Instant updatedAt,
        Optional<Integer> apiVersion,
        Optional<String> message,
        Optional<String> managedBy) {}
