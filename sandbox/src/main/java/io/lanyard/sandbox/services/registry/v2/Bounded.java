// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first so many bytes of a stream. */
final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long length) {
        super(in);
        left = length;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        left--;
        return super.read();
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
