/** Docs: what the tutorials show is played here, and compared with what they say. */
@NullMarked
package io.lanyard.docs.tutorials;

import org.jspecify.annotations.NullMarked;
