/** The labs: ordinary programs over the public SDK, and where they are played. */
@NullMarked
package io.lanyard.workshop.labs;

import org.jspecify.annotations.NullMarked;
