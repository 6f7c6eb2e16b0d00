// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first so many bytes of a stream. */
public final class Bounded extends FilterInputStream {
    private long left;

    /** Takes so many bytes of a stream at most. */
    public Bounded(InputStream in, long length) {
        super(in);
        left = length;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        var b = super.read();
        left -= b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        var n = super.read(buffer, from, (int) Math.min(length, left));
        left -= Math.max(n, 0);
        return n;
    }
}
