/**
 * Manages access groups and their members. A policy for a group counts for each of its members, in addition to what they have of their
 * own. Rules that make members of federated users at login, and templates of an enterprise, are not in here yet;
 * {@link io.lanyard.core.IbmCloud#raw} reaches them.
 *
 * <p>Start with {@link io.lanyard.accessgroups.AccessGroupsClient}.
 */
@NullMarked
package io.lanyard.accessgroups;

import org.jspecify.annotations.NullMarked;
