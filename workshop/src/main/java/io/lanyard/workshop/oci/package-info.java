/**
 * A small client of the OCI distribution protocol, as a lab needs it: builds an image on the spot, logs in, pulls and
 * pushes, and passes on the registry's own sentence when it refuses.
 */
@NullMarked
package io.lanyard.workshop.oci;

import org.jspecify.annotations.NullMarked;
