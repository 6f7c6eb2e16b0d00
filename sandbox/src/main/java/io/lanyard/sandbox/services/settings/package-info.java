/** Sandbox: an account's settings for identities, logins and tokens, and those of its users. */
@NullMarked
package io.lanyard.sandbox.services.settings;

import org.jspecify.annotations.NullMarked;
