/** The room where wire form and domain form are held against each other. */
@NullMarked
package io.lanyard.core.json;

import org.jspecify.annotations.NullMarked;
