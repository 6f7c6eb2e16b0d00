// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.ingestion;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.RequestBody;
import io.lanyard.sandbox.kernel.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks what a client has packed, as agents that collect logs do. Who reads it counts what it is unpacked. */
final class Unpacking {
    private Unpacking() {}

    /**
     * Opens a body.
     *
     * @param body what was sent
     * @param encoding how it is packed, as its {@code Content-Encoding} says
     * @throws Refusal when it is packed in another way than by gzip
     */
    static InputStream open(RequestBody body, Optional<String> encoding) throws IOException {
        return switch (encoding.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body.stream();
            case "gzip", "x-gzip" -> new GZIPInputStream(body.stream());
            default ->
                throw Refusal.of(
                                Problem.UNSUPPORTED_TYPE,
                                "The Content-Encoding can be gzip, or none, not '" + Words.shown(encoding.orElse(""))
                                        + "'.")
                        .about("Content-Encoding");
        };
    }

    /** Says why a body can't be read. */
    static Refusal unreadable(IOException broken) {
        return Refusal.of(
                Problem.MALFORMED_BODY,
                broken instanceof ZipException
                        ? "The body isn't gzip, which its Content-Encoding says it is."
                        : "The body ended before it was complete.");
    }
}
