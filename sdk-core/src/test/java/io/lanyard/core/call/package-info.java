/** The room where the parts of the pipeline that nobody outside can see are tried. */
@NullMarked
package io.lanyard.core.call;

import org.jspecify.annotations.NullMarked;
