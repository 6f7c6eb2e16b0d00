// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

/** The error codes of the OCI distribution specification, with the status and sentence they usually come with. */
public enum OciCode {
    /** The blob is not in this repository. */
    BLOB_UNKNOWN(404, "blob unknown to registry"),
    /** The upload can't go on. */
    BLOB_UPLOAD_INVALID(400, "blob upload invalid"),
    /** There is no such upload. */
    BLOB_UPLOAD_UNKNOWN(404, "blob upload unknown to registry"),
    /** A digest is malformed, or not that of the content. */
    DIGEST_INVALID(400, "provided digest did not match uploaded content"),
    /** A manifest names a blob or manifest that is not in this repository. */
    MANIFEST_BLOB_UNKNOWN(400, "blob unknown to registry"),
    /** A manifest is not what its media type promises. */
    MANIFEST_INVALID(400, "manifest invalid"),
    /** There is no such manifest. */
    MANIFEST_UNKNOWN(404, "manifest unknown"),
    /** A repository name that the specification does not allow. */
    NAME_INVALID(400, "invalid repository name"),
    /** There is no such repository or namespace. */
    NAME_UNKNOWN(404, "repository name not known to registry"),
    /** A length is not that of the content. */
    SIZE_INVALID(400, "provided length did not match content length"),
    /** A tag that the specification does not allow. */
    TAG_INVALID(400, "manifest tag did not match URI"),
    /** Who are you? */
    UNAUTHORIZED(401, "authentication required"),
    /** You may not. */
    DENIED(403, "requested access to the resource is denied"),
    /** This registry does not do that. */
    UNSUPPORTED(405, "The operation is unsupported."),
    /** A range starts where nothing is. */
    RANGE_INVALID(416, "invalid content range"),
    /** A page size that is no number. */
    PAGINATION_NUMBER_INVALID(400, "invalid number of results requested"),
    /** Something broke. */
    UNKNOWN(500, "unknown error");

    private final int status;
    private final String sentence;

    OciCode(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the usual sentence. */
    public String sentence() {
        return sentence;
    }
}
