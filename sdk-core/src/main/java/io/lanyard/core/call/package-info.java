/** The room that clients are built in: endpoints, calls, the pipeline they travel through, and the tokens they carry. */
@NullMarked
package io.lanyard.core.call;

import org.jspecify.annotations.NullMarked;
