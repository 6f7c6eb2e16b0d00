// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The disk did not take the bytes. What was there is as it was before they came. */
public final class StoreFullException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Makes one with a sentence. */
    public StoreFullException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
