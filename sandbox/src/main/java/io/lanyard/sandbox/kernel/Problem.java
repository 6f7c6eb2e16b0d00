// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** What can be wrong with a call, in the kernel's words; each API's {@link ErrorShape} has its own code for it. */
public enum Problem {
    /** The request makes no sense: a bad parameter, a bad path segment. */
    BAD_REQUEST(400),
    /** The body is no JSON, or no form. */
    MALFORMED_BODY(400),
    /** A field, parameter or header that must be there is not. */
    MISSING(400),
    /** A field or parameter has a value of the wrong type or form. */
    INVALID(400),
    /** A field or parameter that this operation does not know. */
    UNKNOWN_FIELD(400),
    /** No credentials, or ones that do not stand. */
    UNAUTHENTICATED(401),
    /** The caller is known, and may not. */
    FORBIDDEN(403),
    /** The entity is locked. */
    LOCKED(403),
    /** The path exists in no API of this port. */
    UNKNOWN_PATH(404),
    /** The thing does not exist. */
    NOT_FOUND(404),
    /** The path exists, the method does not. */
    METHOD_NOT_ALLOWED(405),
    /** The state of things forbids it. */
    CONFLICT(409),
    /** {@code If-Match} names a state that is gone. */
    STALE(409),
    /** The body is larger than this operation takes. */
    TOO_LARGE(413),
    /** The body's media type is not what this operation takes. */
    UNSUPPORTED_TYPE(415),
    /** Something broke in the sandbox itself. */
    INTERNAL(500);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** Returns the HTTP status an API uses unless it says otherwise. */
    public int status() {
        return status;
    }
}
