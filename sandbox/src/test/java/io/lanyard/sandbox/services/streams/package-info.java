/** Sandbox: tests of Event Streams as far as the sandbox knows it by itself. */
@NullMarked
package io.lanyard.sandbox.services.streams;

import org.jspecify.annotations.NullMarked;
