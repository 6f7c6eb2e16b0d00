// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.token;

import io.lanyard.sandbox.kernel.Caller;
import java.time.Instant;
import java.util.List;

/**
 * A registry token that was verified: who it was given to, and what was decided then. The decision stands until the token
 * expires, whatever becomes of the policies meanwhile.
 *
 * @param caller who it was given to
 * @param granted what he may do, per repository
 * @param expires when it ends
 * @param decidedIn the transaction in which it was decided, to explain a refusal by
 */
public record RegistryToken(Caller caller, List<Grant> granted, Instant expires, String decidedIn) {
    /** Keeps the grants from later changes. */
    public RegistryToken {
        granted = List.copyOf(granted);
    }

    /** Tells whether it grants an action on a repository that this account owns now. */
    public boolean grants(String repository, String action, String owner) {
        return granted.stream().anyMatch(grant -> grant.covers(repository, action, owner));
    }
}
