// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import io.lanyard.sandbox.content.Content;
import io.lanyard.sandbox.content.ContentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Content that objects, parts and readers hold together; it goes with the last of them. */
final class Shared {
    private final ContentStore store;
    private final String name;
    private final Content content;
    private final AtomicInteger holders = new AtomicInteger(1);

    /** Begins with one holder. */
    Shared(ContentStore store, String name, Content content) {
        this.store = store;
        this.name = name;
        this.content = content;
    }

    Content content() {
        return content;
    }

    /** Holds it once more; false when it is gone already. */
    boolean hold() {
        return holders.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** Holds it once less. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            try {
                store.delete(name);
            } catch (IOException refused) {
                throw new UncheckedIOException("can't remove " + name, refused);
            }
        }
    }
}
