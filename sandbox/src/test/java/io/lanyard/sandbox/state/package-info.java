/** Tests of what a sandbox holds. */
@NullMarked
package io.lanyard.sandbox.state;

import org.jspecify.annotations.NullMarked;
