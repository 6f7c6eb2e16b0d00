// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code a=1&b=2} text, as queries and forms write it. */
final class FormText {
    private FormText() {}

    static Map<String, List<String>> parse(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        var from = 0;
        while (from <= text.length()) {
            var end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            if (end > from) {
                var equals = text.indexOf('=', from);
                var split = equals < 0 || equals > end ? end : equals;
                var value = split == end ? "" : decode(text.substring(split + 1, end));
                fields.computeIfAbsent(decode(text.substring(from, split)), name -> new ArrayList<>(1))
                        .add(value);
            }
            from = end + 1;
        }
        return fields;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) { // what was sent stays out of the answer: it may be a secret
            throw Refusal.of(Problem.BAD_REQUEST, "The percent-encoding is broken.");
        }
    }
}
