/** How each API writes its errors. */
@NullMarked
package io.lanyard.sandbox.kernel.errors;

import org.jspecify.annotations.NullMarked;
