// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** Which kind of door a request came through; each has a route table of its own. */
public enum Plane {
    /** The control port: IAM APIs and {@code /sandbox/v1}. */
    CONTROL,
    /** A registry port, one per region: {@code /api/v1}, {@code /oauth/token} and {@code /v2}. */
    REGISTRY,
    /** The port of Object Storage: S3 for buckets of all regions. */
    STORAGE
}
