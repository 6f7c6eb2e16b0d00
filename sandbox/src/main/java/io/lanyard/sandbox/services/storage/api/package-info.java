// Room: sandbox / object storage.
/** What the S3 operations do. */
@NullMarked
package io.lanyard.sandbox.services.storage.api;

import org.jspecify.annotations.NullMarked;
