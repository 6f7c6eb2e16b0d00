// Room: sandbox / registry.
/** The registry's management API, {@code /api/v1}: what {@code ibmcloud cr} talks to. */
@NullMarked
package io.lanyard.sandbox.services.registry.api;

import org.jspecify.annotations.NullMarked;
