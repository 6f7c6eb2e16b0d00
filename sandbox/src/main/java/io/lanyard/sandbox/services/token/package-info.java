/** The token service: {@code /identity/token} and what stands around it; who a token, a key or a refresh token belongs to. */
@NullMarked
package io.lanyard.sandbox.services.token;

import org.jspecify.annotations.NullMarked;
