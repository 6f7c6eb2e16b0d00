package io.lanyard.core.call;

/** Core, call: what a repeat of an operation would do. Retry, and whether a connection may replay a body, follow from it. */
public enum CallClass {
    /** Changes nothing: repeat at will. */
    SAFE,
    /** The second time changes nothing more: repeat at will. */
    IDEMPOTENT,
    /** The server answers a repeat with a conflict: we may repeat, the connection may not do it behind our back. */
    DEDUPED,
    /** A repeat would do it twice: sent again only when the first cannot have had an effect. */
    ONCE;

    boolean repeats() {
        return this != ONCE;
    }

    boolean oneShot() {
        return this == ONCE || this == DEDUPED;
    }
}
