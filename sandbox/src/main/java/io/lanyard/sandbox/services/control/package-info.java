/** What the sandbox says about itself: {@code /sandbox/v1}. */
@NullMarked
package io.lanyard.sandbox.services.control;

import org.jspecify.annotations.NullMarked;
