package io.lanyard.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Identity: how often an identity or a key has authenticated.
 *
 * @param lastAuthn  when it last did; empty when it never did
 * @param authnCount how often it did
 */
public record Activity(Optional<Instant> lastAuthn, long authnCount) {}
