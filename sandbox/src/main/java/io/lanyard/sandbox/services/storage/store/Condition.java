// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.util.Optional;

/** What a write demands of the object that it replaces. */
@FunctionalInterface
public interface Condition {
    /** No demand. */
    Condition NONE = before -> true;

    /** Tells whether what is there will do. */
    boolean holds(Optional<StoredObject> before);
}
