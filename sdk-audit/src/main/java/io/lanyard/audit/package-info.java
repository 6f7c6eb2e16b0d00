/**
 * Tells what happened: where audit events go, what they say, and who comes from other accounts.
 *
 * <p>Start with {@link io.lanyard.audit.AuditClient}.
 */
@NullMarked
package io.lanyard.audit;

import org.jspecify.annotations.NullMarked;
