package io.lanyard.core.call;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Core, call: what a request carries. For calls that must not be replayed, the body says so to the connection. */
final class Body {

    static final Body NONE = new Body("", 0, null, null);

    private static final byte[] NOTHING = {};

    private final String mediaType;
    private final long length;
    private final byte @Nullable [] bytes;
    private final @Nullable InputStream stream;

    private Body(String mediaType, long length, byte @Nullable [] bytes, @Nullable InputStream stream) {
        this.mediaType = mediaType;
        this.length = length;
        this.bytes = bytes;
        this.stream = stream;
    }

    static Body of(String mediaType, byte[] bytes) {
        return new Body(mediaType, bytes.length, bytes, null);
    }

    static Body of(String mediaType, long length, InputStream stream) {
        return new Body(mediaType, length, null, stream);
    }

    boolean repeatable() {
        return stream == null;
    }

    @Nullable RequestBody toRequest(String method, boolean oneShot) {
        boolean wantsBody = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        if (this == NONE && !wantsBody) {
            return null;
        }
        return new Content(oneShot);
    }

    /** The one place where OkHttp learns whether it may send a body twice on its own account. */
    private final class Content extends RequestBody {
        private final boolean oneShot;

        Content(boolean oneShot) {
            this.oneShot = oneShot;
        }

        @Override
        public @Nullable MediaType contentType() {
            return mediaType.isEmpty() ? null : MediaType.get(mediaType);
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public boolean isOneShot() {
            return oneShot || stream != null;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            if (stream != null) {
                sink.writeAll(Okio.source(stream));
            } else {
                sink.write(bytes == null ? NOTHING : bytes);
            }
        }
    }
}
