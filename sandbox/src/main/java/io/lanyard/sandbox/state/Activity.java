// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.time.Instant;

/**
 * When an identity or a key was last used to get a token.
 *
 * @param lastAuthn the last time
 * @param count how often
 */
public record Activity(Instant lastAuthn, long count) {}
