/** Roles: those that services define, and an account's own. */
@NullMarked
package io.lanyard.sandbox.services.roles;

import org.jspecify.annotations.NullMarked;
