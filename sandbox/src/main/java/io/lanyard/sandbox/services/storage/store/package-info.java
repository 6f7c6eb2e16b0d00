// Room: sandbox / object storage.
/** What buckets hold: objects made of shared content, uploads in parts, settings. */
@NullMarked
package io.lanyard.sandbox.services.storage.store;

import org.jspecify.annotations.NullMarked;
