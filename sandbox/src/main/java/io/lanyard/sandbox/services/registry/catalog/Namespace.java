// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A namespace: one account's part of one region's registry.
 *
 * @param name its name, unique in the region among all accounts
 * @param accountId whose it is
 * @param resourceGroup the resource group it is in, if any; assigned at most once
 * @param created when it was made
 * @param updated when it last changed
 * @param assigned when it came into its resource group, if it did
 */
public record Namespace(
        String name,
        String accountId,
        Optional<String> resourceGroup,
        Instant created,
        Instant updated,
        Optional<Instant> assigned) {
    /** How many an account may have in a region. */
    public static final int MOST = 100;

    /** 4 to 30 characters, lower case, letters or digits at both ends (IBM: registry_setup_cli_namespace). */
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{2,28}[a-z0-9]");

    /** Tells whether a text may be a namespace's name. */
    public static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }

    /** Returns the same namespace in a resource group. */
    public Namespace assignedTo(String group, Instant now) {
        return new Namespace(name, accountId, Optional.of(group), created, now, Optional.of(now));
    }

    /** Returns its cloud resource name in a region. */
    public String crn(String region) {
        return "crn:v1:bluemix:public:container-registry:" + region + ":a/" + accountId + "::namespace:" + name;
    }
}
