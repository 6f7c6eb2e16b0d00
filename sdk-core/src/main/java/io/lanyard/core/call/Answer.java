package io.lanyard.core.call;

import io.lanyard.core.ETag;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Core, call: an answer that says yes, while it is being read. It lives no longer than its decoder. */
public final class Answer {

    private final Response response;
    private final Wire wire;
    private boolean handedOn;

    Answer(Response response) {
        this.response = response;
        this.wire = new Wire(response.body().byteStream());
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200 to 299
     */
    public int status() {
        return response.code();
    }

    /**
     * Looks a header up.
     *
     * @param name its name, in any case
     * @return its value, empty when there is none
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.header(name));
    }

    /**
     * Returns all headers.
     *
     * @return values by name, names in lower case
     */
    public Map<String, List<String>> headers() {
        return Map.copyOf(response.headers().toMultimap());
    }

    /**
     * Returns the resource's revision.
     *
     * @return the ETag, empty when the answer carries none
     */
    public Optional<ETag> etag() {
        return header("ETag").filter(tag -> !tag.isBlank()).map(ETag::of);
    }

    /**
     * Opens the body as text.
     *
     * @return a reader that ends where the body does
     */
    public Reader reader() {
        return new InputStreamReader(wire, StandardCharsets.UTF_8);
    }

    /** Reads the whole body as text. */
    String text() throws IOException {
        var text = new StringWriter();
        reader().transferTo(text);
        return text.toString();
    }

    /**
     * Opens the body as bytes.
     *
     * @return a stream that ends where the body does
     */
    public InputStream stream() {
        return wire;
    }

    /**
     * Says that what was read so far is out of the decoder's hands: when the rest gets lost, the call isn't repeated as if nothing
     * had come.
     */
    public void handedOn() {
        handedOn = true;
    }

    boolean isHandedOn() {
        return handedOn;
    }

    /** What the connection threw while the body was read, as opposed to what a parser threw over its content; null if nothing. */
    @Nullable IOException lost() {
        return wire.lost;
    }

    private static final class Wire extends InputStream {
        private final InputStream body;
        private @Nullable IOException lost;

        Wire(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            try {
                return body.read();
            } catch (IOException e) {
                lost = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return body.read(into, offset, length);
            } catch (IOException e) {
                lost = e;
                throw e;
            }
        }
    }
}
