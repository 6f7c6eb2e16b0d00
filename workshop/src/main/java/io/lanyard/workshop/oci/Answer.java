package io.lanyard.workshop.oci;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/** Registry client: an answer whose body has been read whole. */
final class Answer {
    private static final int MOST_ERROR_BYTES = 64 * 1024;
    private static final List<String> IDS = List.of("Transaction-Id", "X-Request-Id", "X-Correlation-Id");

    private final int status;
    private final Headers headers;
    private final byte[] body;

    Answer(int status, Headers headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Returns a header, or an empty text where the answer has none of this name. */
    String header(String name) {
        return Optional.ofNullable(headers.get(name)).orElse("");
    }

    String transactionId() {
        return IDS.stream()
                .map(this::header)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    OciException failure(String operation) {
        var text = new String(body, 0, Math.min(body.length, MOST_ERROR_BYTES), StandardCharsets.UTF_8);
        return new OciException(operation, status, RegistryError.read(text, status), transactionId());
    }
}
