// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** What the client sends after the headers; read once, never kept whole unless a route asks for JSON or a form. */
public interface RequestBody {
    /** A body of nothing. */
    RequestBody NONE = of(new byte[0]);

    /** Opens the bytes as they arrive; reading throws {@link java.io.IOException} when the client goes away half-way. */
    InputStream stream();

    /** Returns the announced length in bytes, or -1 when the client streams without saying. */
    long length();

    /** Makes a body of bytes at hand. */
    static RequestBody of(byte[] bytes) {
        return new RequestBody() {
            @Override
            public InputStream stream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long length() {
                return bytes.length;
            }
        };
    }
}
