// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

import io.lanyard.sandbox.services.registry.blobs.Digest;

/**
 * What a manifest says about content it refers to.
 *
 * @param mediaType the content's type
 * @param digest the content's name
 * @param size the content's length in bytes
 */
public record Descriptor(String mediaType, Digest digest, long size) {}
