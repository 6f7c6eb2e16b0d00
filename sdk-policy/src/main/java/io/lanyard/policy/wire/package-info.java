/** The two JSON forms of a policy, for the client and for the sandbox; nothing in here is for importers. */
@NullMarked
package io.lanyard.policy.wire;

import org.jspecify.annotations.NullMarked;
