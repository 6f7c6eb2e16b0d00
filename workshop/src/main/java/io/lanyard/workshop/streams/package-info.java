/** Event Streams as programs see it: Kafka brokers that ask IAM. */
@NullMarked
package io.lanyard.workshop.streams;

import org.jspecify.annotations.NullMarked;
