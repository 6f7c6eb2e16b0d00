// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The id of a call: what the client sent, where that can stand in a header, or 32 hex digits of ours. */
final class TransactionId {
    private static final List<String> HEADERS =
            List.of("Transaction-Id", "X-Correlation-Id", "X-Request-Id", "X-Global-Transaction-Id");
    private static final int LONGEST = 128;

    private TransactionId() {}

    static String of(Request request) {
        for (var name : HEADERS) {
            var sent = request.header(name).filter(TransactionId::usable);
            if (sent.isPresent()) {
                return sent.get();
            }
        }
        var random = ThreadLocalRandom.current();
        return hex16(random.nextLong()) + hex16(random.nextLong());
    }

    private static boolean usable(String sent) {
        return !sent.isEmpty() && sent.length() <= LONGEST && sent.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static String hex16(long value) {
        var text = Long.toHexString(value);
        return "0".repeat(16 - text.length()) + text;
    }
}
