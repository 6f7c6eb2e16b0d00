/** Activity Tracker Event Routing: where audit events go, and how they get there. */
@NullMarked
package io.lanyard.sandbox.services.routing;

import org.jspecify.annotations.NullMarked;
