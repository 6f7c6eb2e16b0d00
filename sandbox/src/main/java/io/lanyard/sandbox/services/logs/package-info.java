/** Sandbox: Cloud Logs; its routes, and the logs of each instance. */
@NullMarked
package io.lanyard.sandbox.services.logs;

import org.jspecify.annotations.NullMarked;
