/** Docs, tests: the code that the pages show. */
@NullMarked
package io.lanyard.docs.examples;

import org.jspecify.annotations.NullMarked;
