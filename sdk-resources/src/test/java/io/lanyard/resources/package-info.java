/** Tests of resources: what is sent, to the letter, and what is made of answers good and bad. */
@NullMarked
package io.lanyard.resources;

import org.jspecify.annotations.NullMarked;
