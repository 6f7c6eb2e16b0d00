/** The sandbox, used as its users use it. */
@NullMarked
package io.lanyard.sandbox.junit;

import org.jspecify.annotations.NullMarked;
