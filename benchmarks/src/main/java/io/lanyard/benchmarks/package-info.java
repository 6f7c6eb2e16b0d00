/**
 * Measurements, never tests: every figure stands beside the floor (bare OkHttp and Gson doing the same work) taken in
 * the same run, because on a shared machine only the ratio holds.
 */
@NullMarked
package io.lanyard.benchmarks;

import org.jspecify.annotations.NullMarked;
