/** The lab "Integrating with IAM": settings that stand in the way of whoever collects events, and a service ID that may upload them. */
@NullMarked
package io.lanyard.workshop.labs.iam;

import org.jspecify.annotations.NullMarked;
