/** Puts the kernel on sockets: the one place that knows an HTTP server (Undertow). */
@NullMarked
package io.lanyard.sandbox.mount;

import org.jspecify.annotations.NullMarked;
