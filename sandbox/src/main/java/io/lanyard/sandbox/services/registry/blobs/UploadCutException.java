// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client went away, or sent fewer bytes than it announced. What arrived is still staged, so that it can resume. */
public final class UploadCutException extends IOException {
    private static final long serialVersionUID = 1L;

    UploadCutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
