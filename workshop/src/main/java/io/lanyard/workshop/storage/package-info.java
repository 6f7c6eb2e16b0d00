/** Object Storage as programs see it, through IBM's own client. */
@NullMarked
package io.lanyard.workshop.storage;

import org.jspecify.annotations.NullMarked;
