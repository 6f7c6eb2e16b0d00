// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;

/** The bytes that arrived are not the ones their digest promises. */
public final class DigestMismatchException extends IOException {
    private static final long serialVersionUID = 1L;

    DigestMismatchException(Digest promised, Digest found) {
        super("the content has digest " + found + ", not " + promised);
    }
}
