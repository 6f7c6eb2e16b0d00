// Room: sandbox / registry.
/**
 * Container Registry: the management API ({@code /api/v1}), the token endpoint ({@code /oauth/token}) and the OCI registry
 * ({@code /v2}), one set per region.
 */
@NullMarked
package io.lanyard.sandbox.services.registry;

import org.jspecify.annotations.NullMarked;
