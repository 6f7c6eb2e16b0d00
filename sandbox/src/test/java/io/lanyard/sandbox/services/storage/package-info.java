/** Object Storage, met over HTTP. */
@NullMarked
package io.lanyard.sandbox.services.storage;

import org.jspecify.annotations.NullMarked;
