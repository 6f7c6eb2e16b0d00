// Room: sandbox / registry.
/** The words of the OCI distribution and image specifications: names, descriptors, manifests, errors. Pure. */
@NullMarked
package io.lanyard.sandbox.services.registry.oci;

import org.jspecify.annotations.NullMarked;
