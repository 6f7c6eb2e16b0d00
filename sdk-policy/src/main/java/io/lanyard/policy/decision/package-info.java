/** May this identity do this on that, and why (not)? Pure: the same snapshot and request give the same decision. */
@NullMarked
package io.lanyard.policy.decision;

import org.jspecify.annotations.NullMarked;
