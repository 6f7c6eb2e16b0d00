/** Sandbox: Cloud Logs; the query language of steps. */
@NullMarked
package io.lanyard.sandbox.services.logs.dataprime;

import org.jspecify.annotations.NullMarked;
