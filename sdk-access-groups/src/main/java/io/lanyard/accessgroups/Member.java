package io.lanyard.accessgroups;

import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.Optional;

/**
 * Access groups: an identity that is in a group.
 *
 * @param iamId          the identity
 * @param type           what kind it is
 * @param membershipType how it came to be in the group
 * @param name           its name; only when asked for
 * @param email          a person's address; only when asked for
 * @param description    what a service ID or profile is for; only when asked for
 * @param href           where the membership is told
 * @param createdAt      since when
 * @param createdById    who added it
 */
public record Member(
        IamId iamId,
        MemberType type,
        Optional<MembershipType> membershipType,
        Optional<String> name,
        Optional<String> email,
        Optional<String> description,
        Optional<String> href,
        Optional<Instant> createdAt,
        Optional<IamId> createdById) {}
