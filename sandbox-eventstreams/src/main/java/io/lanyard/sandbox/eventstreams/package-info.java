/** Sandbox, Event Streams: a real Apache Kafka broker for each instance, which asks the sandbox who may do what. */
@NullMarked
package io.lanyard.sandbox.eventstreams;

import org.jspecify.annotations.NullMarked;
