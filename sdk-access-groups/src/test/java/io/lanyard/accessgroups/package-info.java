/** Tests. */
@NullMarked
package io.lanyard.accessgroups;

import org.jspecify.annotations.NullMarked;
