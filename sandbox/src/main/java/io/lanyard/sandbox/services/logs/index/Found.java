// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A log that was found; it is read when somebody looks at it. Used by one thread at a time. */
public final class Found {
    private final int place;
    private final IntFunction<Hit> read;
    private @Nullable Hit hit;

    Found(int place, IntFunction<Hit> read) {
        this.place = place;
        this.read = read;
    }

    /** Returns the log. */
    public Hit hit() {
        if (hit == null) {
            hit = read.apply(place);
        }
        return hit;
    }

    /** Lets go of what was read; it is read again when somebody looks once more. */
    public void release() {
        hit = null;
    }
}
