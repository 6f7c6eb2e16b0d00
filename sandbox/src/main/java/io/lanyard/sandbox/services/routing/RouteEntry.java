// Room: sandbox / routing.
package io.lanyard.sandbox.services.routing;

import java.time.Instant;
import java.util.List;

/**
 * A route as the sandbox keeps it.
 *
 * @param id its id
 * @param crn its CRN
 * @param name its name
 * @param version how often it was changed
 * @param rules its rules, the first that takes an event decides
 * @param created when it was made
 * @param updated when it was last changed
 */
record RouteEntry(
        String id, String crn, String name, long version, List<Rule> rules, Instant created, Instant updated) {

    /**
     * Which events, and where to.
     *
     * @param targetIds where they go; nowhere when empty
     * @param locations where they come from
     */
    record Rule(List<String> targetIds, List<String> locations) {
        boolean takes(String location) {
            return locations.stream().anyMatch(wanted -> Locations.includes(wanted, location));
        }
    }

    RouteEntry with(String newName, List<Rule> newRules, Instant now) {
        return new RouteEntry(id, crn, newName, version + 1, newRules, created, now);
    }

    boolean names(String targetId) {
        return rules.stream().anyMatch(rule -> rule.targetIds().contains(targetId));
    }
}
