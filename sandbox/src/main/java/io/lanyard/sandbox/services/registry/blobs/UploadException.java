// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

/** A chunk does not fit the upload. Nothing of it was kept. */
public final class UploadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What doesn't fit. */
    public enum Kind {
        /** It starts elsewhere than where the upload stands. */
        OUT_OF_ORDER,
        /** It is not as long as its own headers say. */
        WRONG_LENGTH,
        /** Another request is writing to this upload. */
        BUSY,
        /** It makes the upload larger than there is quota for. */
        TOO_LARGE,
        /** The upload ended meanwhile. */
        GONE
    }

    private final Kind kind;

    UploadException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns what doesn't fit. */
    public Kind kind() {
        return kind;
    }
}
