/** Sandbox: access groups, their members and rules, and public access. */
@NullMarked
package io.lanyard.sandbox.services.groups;

import org.jspecify.annotations.NullMarked;
