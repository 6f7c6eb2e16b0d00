/** Sandbox, Event Streams: tests. */
@NullMarked
package io.lanyard.sandbox.eventstreams;

import org.jspecify.annotations.NullMarked;
