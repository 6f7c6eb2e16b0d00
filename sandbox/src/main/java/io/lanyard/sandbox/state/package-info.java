/** What the sandbox knows: worlds with a clock, accounts, typed stores of immutable records, the journal. */
@NullMarked
package io.lanyard.sandbox.state;

import org.jspecify.annotations.NullMarked;
