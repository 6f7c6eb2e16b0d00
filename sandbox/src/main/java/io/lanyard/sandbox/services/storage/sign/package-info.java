// Room: sandbox / object storage.
/** Who signed a request: AWS signature version 4 with the HMAC keys of service credentials. */
@NullMarked
package io.lanyard.sandbox.services.storage.sign;

import org.jspecify.annotations.NullMarked;
