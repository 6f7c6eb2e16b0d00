/** Sandbox: Cloud Logs; the query language of fields and values. */
@NullMarked
package io.lanyard.sandbox.services.logs.lucene;

import org.jspecify.annotations.NullMarked;
