/** Sandbox: where bytes are kept, in memory or in files, and how they get there without ever being half there. */
@NullMarked
package io.lanyard.sandbox.content;

import org.jspecify.annotations.NullMarked;
