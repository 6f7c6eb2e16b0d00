// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.services.storage.wire.S3Code;

/** Numbers in queries. */
final class Numbers {
    private static final int MOST_PARTS = 10_000;

    private Numbers() {}

    static int partNumber(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PARTS) {
            throw S3Code.INVALID_ARGUMENT.refusal("Part number must be an integer between 1 and 10000, inclusive");
        }
        return Integer.parseInt(text);
    }

    /** How many entries a list may have: up to {@code most}, whatever larger number was asked for. */
    static int limit(Call call, String name, int most) {
        var text = call.query(name).filter(value -> !value.isEmpty());
        if (text.isPresent() && !text.get().matches("\\d{1,9}")) {
            throw S3Code.INVALID_ARGUMENT.refusal("Argument " + name + " must be an integer between 0 and 2147483647");
        }
        return text.map(value -> Math.min(most, Integer.parseInt(value))).orElse(most);
    }
}
