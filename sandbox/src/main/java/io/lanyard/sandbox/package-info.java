/** The sandbox to start and hold: {@code Sandbox}, its options and its accounts. */
@NullMarked
package io.lanyard.sandbox;

import org.jspecify.annotations.NullMarked;
