// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The disk did not take the bytes. The staging is as it was before they came. */
public final class StoreFullException extends IOException {
    private static final long serialVersionUID = 1L;

    StoreFullException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
