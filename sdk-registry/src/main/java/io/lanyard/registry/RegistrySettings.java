package io.lanyard.registry;

import java.util.Optional;

/**
 * Registry: an account's own switches in one region.
 *
 * @param platformMetrics whether the registry publishes platform metrics for the account
 */
public record RegistrySettings(Optional<Boolean> platformMetrics) {}
