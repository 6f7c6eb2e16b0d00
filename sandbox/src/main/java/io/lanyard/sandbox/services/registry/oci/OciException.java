// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the registry protocol's own terms. */
public final class OciException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OciCode code;
    private final int status;
    private final String detail;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private OciException(OciCode code, int status, String message, String detail) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.detail = detail;
    }

    /** Refuses with the code's own sentence; {@code detail} says what it is about. */
    public static OciException of(OciCode code, String detail) {
        return new OciException(code, code.status(), code.sentence(), detail);
    }

    /** Refuses with a sentence and a status of its own. */
    public static OciException of(OciCode code, int status, String message, String detail) {
        return new OciException(code, status, message, detail);
    }

    /** Adds a header to the answer. */
    public OciException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Returns the code. */
    public OciCode code() {
        return code;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns what it is about. */
    public String detail() {
        return detail;
    }

    /** Returns headers for the answer. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the sentence, never null. */
    public String sentence() {
        var message = getMessage();
        return message == null ? code.sentence() : message;
    }
}
