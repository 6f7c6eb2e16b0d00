// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.util.Map;

/**
 * A log that was found.
 *
 * @param number its place in the order of arrival
 * @param micros when it was written, in microseconds of UTC
 * @param severity its severity's number
 * @param labels where it is from
 * @param json the log itself, as text
 */
public record Hit(long number, long micros, int severity, Map<String, String> labels, String json) {}
