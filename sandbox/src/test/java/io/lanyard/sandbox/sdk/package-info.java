/** Room: sandbox / tests. The SDK's clients against the sandbox, as their users hold them. */
@NullMarked
package io.lanyard.sandbox.sdk;

import org.jspecify.annotations.NullMarked;
