/** The one benchmark that has to stand inside the pipeline. */
@NullMarked
package io.lanyard.core.call;

import org.jspecify.annotations.NullMarked;
