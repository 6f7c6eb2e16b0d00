/** Sandbox: Cloud Logs; where logs are kept and found. */
@NullMarked
package io.lanyard.sandbox.services.logs.index;

import org.jspecify.annotations.NullMarked;
