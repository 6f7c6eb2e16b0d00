/** Sandbox: Event Streams as far as the sandbox knows it by itself: who may do what; the broker is in an artifact of its own. */
@NullMarked
package io.lanyard.sandbox.services.streams;

import org.jspecify.annotations.NullMarked;
