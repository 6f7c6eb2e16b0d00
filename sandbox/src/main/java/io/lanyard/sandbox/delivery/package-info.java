/** Sandbox: the doors through which one service delivers to another: into buckets, topics and logs. */
@NullMarked
package io.lanyard.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
