/** Tests of the content stores. */
@NullMarked
package io.lanyard.sandbox.content;

import org.jspecify.annotations.NullMarked;
