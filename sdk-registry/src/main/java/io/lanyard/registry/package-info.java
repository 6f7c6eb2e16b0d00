/**
 * Manages IBM Cloud Container Registry: access enforcement, namespaces, images, plan, quota, retention and trash.
 *
 * <p>Start with {@link io.lanyard.registry.RegistryClient}. Pulling and pushing images is the business of docker, skopeo or
 * any other OCI client; this package is about everything around it.
 */
@NullMarked
package io.lanyard.registry;

import org.jspecify.annotations.NullMarked;
