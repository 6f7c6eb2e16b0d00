/** The room where the promises of sdk-core are kept to: every defect that was measured in other SDKs has a test here. */
@NullMarked
package io.lanyard.core;

import org.jspecify.annotations.NullMarked;
