// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

import java.time.Duration;

/**
 * How long a client may take with a body. Its connection is closed afterwards.
 *
 * @param body within which a body that is no stream must be there whole
 * @param silence for how long a stream may bring nothing
 */
record Patience(Duration body, Duration silence) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));
}
