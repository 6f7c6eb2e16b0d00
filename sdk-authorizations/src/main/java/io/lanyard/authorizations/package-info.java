/**
 * Lets one service act on another: authorizations, in the terms of the guides.
 *
 * <p>Start with {@link io.lanyard.authorizations.AuthorizationsClient}; {@link io.lanyard.authorizations.ActivityTracker} has the
 * ready-made ones.
 */
@NullMarked
package io.lanyard.authorizations;

import org.jspecify.annotations.NullMarked;
