/** Resources: resource groups, and instances of services with their keys. */
@NullMarked
package io.lanyard.sandbox.services.resources;

import org.jspecify.annotations.NullMarked;
