// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** The HTTP methods that routes may use. */
public enum Method {
    /** Reads. */
    GET,
    /** Reads the headers alone; a GET route answers it unless a HEAD route is declared. */
    HEAD,
    /** Creates or acts. */
    POST,
    /** Replaces. */
    PUT,
    /** Changes in part. */
    PATCH,
    /** Removes. */
    DELETE,
    /** Asks what may be done; no route has it but where browsers ask before they act. */
    OPTIONS,
    /** Any other, which no route has. */
    OTHER;

    /** Tells whether the method only reads. */
    public boolean reads() {
        return this == GET || this == HEAD;
    }
}
