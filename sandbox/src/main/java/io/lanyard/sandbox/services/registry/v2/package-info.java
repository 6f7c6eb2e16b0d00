// Room: sandbox / registry.
/** The OCI registry itself, {@code /v2}: pull, push, delete, behind registry tokens. */
@NullMarked
package io.lanyard.sandbox.services.registry.v2;

import org.jspecify.annotations.NullMarked;
