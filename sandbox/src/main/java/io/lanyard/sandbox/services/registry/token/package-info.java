// Room: sandbox / registry.
/** The registry's own tokens: how one is asked for, what it grants, and how it is known again. */
@NullMarked
package io.lanyard.sandbox.services.registry.token;

import org.jspecify.annotations.NullMarked;
