/** Faces of the engine at a terminal: one for people at 80 columns, one for machines. */
@NullMarked
package io.lanyard.workshop.terminal;

import org.jspecify.annotations.NullMarked;
