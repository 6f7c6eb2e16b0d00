package io.lanyard.policy;

import java.util.List;
import java.util.Optional;

/**
 * Policy: the part of a role that can be changed.
 *
 * @param displayName its name for people
 * @param description what it is for
 * @param actions what it permits; at least one must be the service's own
 */
public record RoleContent(String displayName, Optional<String> description, List<String> actions) {
    /** Copies the list. */
    public RoleContent {
        actions = List.copyOf(actions);
    }

    /**
     * Permits other actions.
     *
     * @param others what it shall permit, in place of what it did
     * @return the content
     */
    public RoleContent permitting(String... others) {
        return new RoleContent(displayName, description, List.of(others));
    }

    /**
     * Shows it under another name.
     *
     * @param name the name for people
     * @return the content
     */
    public RoleContent shownAs(String name) {
        return new RoleContent(name, description, actions);
    }

    /**
     * Says what it is for.
     *
     * @param text what it is for
     * @return the content
     */
    public RoleContent describedAs(String text) {
        return new RoleContent(displayName, Optional.of(text), actions);
    }
}
