/** Labs: the lab about identities that come in from other accounts. */
@NullMarked
package io.lanyard.workshop.labs.external;

import org.jspecify.annotations.NullMarked;
