/** Policy management: access and authorization policies in both schema versions, and the settings of the account. */
@NullMarked
package io.lanyard.sandbox.services.policy;

import org.jspecify.annotations.NullMarked;
