/** Sandbox: Cloud Logs; what it takes in, and what it refuses. */
@NullMarked
package io.lanyard.sandbox.services.logs.ingestion;

import org.jspecify.annotations.NullMarked;
