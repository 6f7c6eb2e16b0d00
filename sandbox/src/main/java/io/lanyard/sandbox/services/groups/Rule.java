// Room: sandbox / access groups. One rule as it is kept.
package io.lanyard.sandbox.services.groups;

import com.google.gson.JsonArray;
import java.time.Instant;

/**
 * A rule by which federated users become members when they log in. The sandbox has no federated logins, so a rule is kept and
 * shown, and gives nobody access.
 *
 * @param id its id
 * @param name its name, may be empty
 * @param expiration how long membership lasts, in hours: 1 to 24
 * @param realm the identity provider
 * @param conditions what the login's claims must be
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param modifiedAt when it was changed last
 * @param modifiedBy by whom
 * @param entityTag its revision
 */
record Rule(
        String id,
        String name,
        long expiration,
        String realm,
        JsonArray conditions,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy,
        String entityTag) {}
