// Room: sandbox / object storage.
/** What clients send: decoded, counted, and held against every digest that came with it. */
@NullMarked
package io.lanyard.sandbox.services.storage.intake;

import org.jspecify.annotations.NullMarked;
