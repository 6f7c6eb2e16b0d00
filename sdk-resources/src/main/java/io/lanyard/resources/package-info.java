/**
 * Manages what access is on: resource groups, service instances, and the instances' keys.
 *
 * <p>It is a module of its own, beside the core: policies, authorizations and audit targets name instances and groups by id alone,
 * so none of those modules needs it; and whoever wants an instance to point at need not carry any of them.
 *
 * <p>Start with {@link io.lanyard.resources.ResourcesClient}.
 */
@NullMarked
package io.lanyard.resources;

import org.jspecify.annotations.NullMarked;
