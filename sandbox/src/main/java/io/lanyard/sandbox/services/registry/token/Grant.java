// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.token;

/**
 * What a token lets its bearer do in one repository. A repository's name says nothing about whose it is: a namespace may be
 * taken, or change hands, while a token lives. So a grant holds only in the account whose policies gave it.
 *
 * @param scope the repository and the actions that were permitted
 * @param accountId the account that owned the namespace then; the caller's own when nobody did
 */
public record Grant(Scope scope, String accountId) {
    /** Tells whether it permits an action on a repository that this account owns now. */
    boolean covers(String repository, String action, String owner) {
        return scope.type().equals("repository")
                && scope.name().equals(repository)
                && scope.actions().contains(action)
                && accountId.equals(owner);
    }
}
