/** Checks: what holds for the whole house and belongs to no single room. */
@NullMarked
package io.lanyard.checks;

import org.jspecify.annotations.NullMarked;
