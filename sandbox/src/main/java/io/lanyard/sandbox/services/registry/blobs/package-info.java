// Room: sandbox / registry.
/** Content by digest: where image layers, configurations and manifests live, and how bytes get there without ever being half there. */
@NullMarked
package io.lanyard.sandbox.services.registry.blobs;

import org.jspecify.annotations.NullMarked;
