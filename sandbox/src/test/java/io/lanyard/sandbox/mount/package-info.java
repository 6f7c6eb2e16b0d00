/** The sockets, met with raw bytes. */
@NullMarked
package io.lanyard.sandbox.mount;

import org.jspecify.annotations.NullMarked;
