// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream that is opened when somebody reads it. */
final class Late extends InputStream {
    /** Opens it. */
    interface Opening {
        InputStream open() throws IOException;
    }

    private final Opening opening;
    private @Nullable InputStream in;

    Late(Opening opening) {
        this.opening = opening;
    }

    private InputStream in() throws IOException {
        var there = in;
        if (there == null) {
            there = opening.open();
            in = there;
        }
        return there;
    }

    @Override
    public int read() throws IOException {
        return in().read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        return in().read(buffer, from, length);
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
