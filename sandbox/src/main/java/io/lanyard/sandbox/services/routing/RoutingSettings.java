// Room: sandbox / routing.
package io.lanyard.sandbox.services.routing;

import java.util.List;
import java.util.Optional;

/**
 * What counts for an account when nothing else is said.
 *
 * @param defaultTargets where events go that no rule takes
 * @param permittedRegions the regions in which targets may be made; none: all
 * @param primary where the account's configuration is kept
 * @param backup where a copy of it is kept
 */
record RoutingSettings(
        List<String> defaultTargets, List<String> permittedRegions, String primary, Optional<String> backup) {

    /** What an account begins with. */
    static final RoutingSettings BEGINNING =
            new RoutingSettings(List.of(), List.of(), Locations.HOME, Optional.empty());
}
