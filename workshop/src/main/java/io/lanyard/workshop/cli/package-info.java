/** The command line: what a person types, and what comes back as an exit status. */
@NullMarked
package io.lanyard.workshop.cli;

import org.jspecify.annotations.NullMarked;
