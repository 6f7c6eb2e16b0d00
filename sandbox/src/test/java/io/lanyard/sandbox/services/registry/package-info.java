// Room: sandbox / registry tests.
/** The registry as clients meet it. */
@NullMarked
package io.lanyard.sandbox.services.registry;

import org.jspecify.annotations.NullMarked;
