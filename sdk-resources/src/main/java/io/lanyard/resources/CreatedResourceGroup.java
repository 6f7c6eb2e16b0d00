package io.lanyard.resources;

import io.lanyard.core.Crn;

/**
 * Resources: what the service tells about a resource group that it has just created.
 *
 * @param id  its id
 * @param crn its CRN
 */
public record CreatedResourceGroup(ResourceGroupId id, Crn crn) {}
