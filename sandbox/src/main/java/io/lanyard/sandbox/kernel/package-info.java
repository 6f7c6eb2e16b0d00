/** From request to response: routes, who calls, whether he may, what is answered, what is remembered. Knows no HTTP library. */
@NullMarked
package io.lanyard.sandbox.kernel;

import org.jspecify.annotations.NullMarked;
