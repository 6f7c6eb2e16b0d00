package io.lanyard.accessgroups;

import java.util.Optional;

/**
 * Access groups: why one item of several was refused.
 *
 * @param code    the service's code
 * @param message the service's sentence
 */
public record ItemError(Optional<String> code, Optional<String> message) {}
