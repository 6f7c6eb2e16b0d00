/** Sandbox: what an account does about identities whose token is from another account. */
@NullMarked
package io.lanyard.sandbox.services.external;

import org.jspecify.annotations.NullMarked;
