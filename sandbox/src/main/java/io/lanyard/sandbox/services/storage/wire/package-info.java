// Room: sandbox / object storage.
/** How S3 says things: addresses, operations, errors, XML. */
@NullMarked
package io.lanyard.sandbox.services.storage.wire;

import org.jspecify.annotations.NullMarked;
