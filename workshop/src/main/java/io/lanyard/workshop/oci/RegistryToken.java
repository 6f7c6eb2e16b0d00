package io.lanyard.workshop.oci;

import io.lanyard.core.Secret;
import java.time.Duration;

/**
 * Registry client: a token of the registry: it says what its holder may do, and keeps saying so until it expires.
 *
 * @param text what goes after {@code Bearer}
 * @param lifetime how long the registry honours it, from when it was issued
 */
public record RegistryToken(Secret text, Duration lifetime) {}
