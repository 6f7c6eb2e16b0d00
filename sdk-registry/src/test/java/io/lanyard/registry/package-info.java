/** Registry's tests: what is sent, to the letter, and what is made of answers good and bad. */
@NullMarked
package io.lanyard.registry;

import org.jspecify.annotations.NullMarked;
