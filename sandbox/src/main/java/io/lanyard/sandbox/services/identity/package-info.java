/** IAM Identity: service IDs, their groups, and API keys. */
@NullMarked
package io.lanyard.sandbox.services.identity;

import org.jspecify.annotations.NullMarked;
