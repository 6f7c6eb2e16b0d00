package io.lanyard.audit;

import java.util.List;

/**
 * Audit: which events a route takes, and where it sends them. The first rule of a route that takes an event decides.
 *
 * @param targetIds where they are sent to, at most 3; none: nowhere
 * @param locations where they come from, at most 8
 */
public record Rule(List<TargetId> targetIds, List<Location> locations) {

    /** Copies the lists. */
    public Rule {
        targetIds = List.copyOf(targetIds);
        locations = List.copyOf(locations);
    }

    /**
     * Takes the events of these locations, and drops them unless {@link #to} says where to send them.
     *
     * @param locations where they come from; {@link Location#GLOBAL} has those of IAM
     * @return the rule
     */
    public static Rule of(Location... locations) {
        return new Rule(List.of(), List.of(locations));
    }

    /**
     * Sends them to targets, to all of these.
     *
     * @param targets the targets
     * @return the rule
     */
    public Rule to(TargetId... targets) {
        return new Rule(List.of(targets), locations);
    }

    /** {@return whether the events that it takes are sent nowhere} */
    public boolean drops() {
        return targetIds.isEmpty();
    }
}
