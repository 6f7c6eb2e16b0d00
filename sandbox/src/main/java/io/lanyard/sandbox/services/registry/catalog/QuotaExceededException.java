// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

/** What was pushed does not fit into the account's storage quota. Nothing of it was kept. */
public final class QuotaExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuotaExceededException(long needed, long limit) {
        super("the account would need " + needed + " bytes, its storage quota is " + limit, null, false, false);
    }
}
