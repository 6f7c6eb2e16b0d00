/**
 * Manages identities of IBM Cloud: service IDs, their groups, and API keys; and looks at tokens.
 *
 * <p>Start with {@link io.lanyard.identity.IdentityClient}.
 */
@NullMarked
package io.lanyard.identity;

import org.jspecify.annotations.NullMarked;
