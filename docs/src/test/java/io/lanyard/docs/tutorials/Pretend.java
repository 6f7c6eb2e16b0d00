// Docs: takes what differs from run to run out of a captured output, so that two runs can be compared line by line.
package io.lanyard.docs.tutorials;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts made-up ids in the place of real ones: the first that appears always becomes the same, and so the second. They are as
 * long as the real ones, so lines break where they broke. One instance serves one run, or an id would have two names.
 */
final class Pretend {

    private static final Pattern ID = Pattern.compile("(?<![0-9a-f])(?:"
            + "(?<uuid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
            + "|(?<start>[0-9a-f]{8})(?=…|\\.\\.\\.)"
            + "|(?<=ServiceId-)(?<little>[0-9a-f]{4})(?=…|\\.\\.\\.)"
            + "|(?<hex>[0-9a-f]{32})(?![0-9a-f])"
            + "|(?<=IBMid-)(?<user>[0-9A-Z]{10}))");

    /** Brokers listen where there is room, and how many batches of events a minute has depends on the machine. */
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d{5}");

    private static final Pattern BATCH = Pattern.compile("(?<=T\\d\\d:\\d\\d)\\+\\d\\d_");

    private final Map<String, String> names = new LinkedHashMap<>();

    String ids(String text) {
        String still = PORT.matcher(text).replaceAll("127.0.0.1:49093");
        return ID.matcher(BATCH.matcher(still).replaceAll("+01_")).replaceAll(this::replacement);
    }

    private String replacement(MatchResult found) {
        String real = found.group();
        String start = real.length() == 4 ? known(real) : real.substring(0, Math.min(8, real.length()));
        String kind = found.group(5) != null ? "user" : "id";
        String name = names.computeIfAbsent(kind + start, s -> name(kind + names.size()));
        if (found.group(5) != null) {
            return "55" + name.substring(0, 8).toUpperCase(Locale.ROOT);
        }
        return found.group(1) != null ? name : name.replace("-", "").substring(0, real.length());
    }

    /** The terminal shows four digits of a service ID, once all of them have been shown. */
    private String known(String four) {
        return names.keySet().stream()
                .filter(key -> key.startsWith("id" + four))
                .map(key -> key.substring(2))
                .findFirst()
                .orElse(four);
    }

    private static String name(String number) {
        return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
