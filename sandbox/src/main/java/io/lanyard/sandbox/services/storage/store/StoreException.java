// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

/** A bucket doesn't take something. Nothing was changed. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Kind {
        /** The bucket was deleted meanwhile. */
        NO_BUCKET,
        /** The upload is over. */
        NO_UPLOAD,
        /** The hard quota is used up. */
        QUOTA,
        /** The request's condition doesn't hold. */
        CONDITION
    }

    private final Kind kind;

    StoreException(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    /** Returns why not. */
    public Kind kind() {
        return kind;
    }
}
