/** The lab about targets of Activity Tracker: authorizations from service to service, and events that arrive or don't. */
@NullMarked
package io.lanyard.workshop.labs.targets;

import org.jspecify.annotations.NullMarked;
