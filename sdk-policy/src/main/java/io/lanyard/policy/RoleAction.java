package io.lanyard.policy;

/**
 * Policy: an action with its words.
 *
 * @param id the action, such as {@code container-registry.image.pull}
 * @param displayName its name for people
 * @param description what it does
 */
public record RoleAction(String id, String displayName, String description) {}
