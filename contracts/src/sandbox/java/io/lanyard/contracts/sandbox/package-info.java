/** Contracts: lets the tests of other modules watch the sandboxes that they start. */
@NullMarked
package io.lanyard.contracts.sandbox;

import org.jspecify.annotations.NullMarked;
