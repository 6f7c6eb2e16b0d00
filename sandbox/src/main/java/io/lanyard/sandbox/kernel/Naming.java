// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** Tells which operation a request means, for protocols where method and path don't: S3 asks the query, headers and host, too. */
@FunctionalInterface
public interface Naming {
    /** Returns the operation's name, from what is known before the body comes; never refuses. */
    String operation(Request head);
}
