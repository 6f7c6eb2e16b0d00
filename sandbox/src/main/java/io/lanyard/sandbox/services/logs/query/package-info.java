/** Sandbox: Cloud Logs; what a query asks for, and how its results are told. */
@NullMarked
package io.lanyard.sandbox.services.logs.query;

import org.jspecify.annotations.NullMarked;
