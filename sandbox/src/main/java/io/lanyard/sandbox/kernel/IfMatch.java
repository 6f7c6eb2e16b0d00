// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** Compares {@code If-Match} with the state of the target. */
final class IfMatch {
    private IfMatch() {}

    static void check(Call call) {
        var wanted = call.header("If-Match")
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> Refusal.of(
                                Problem.MISSING, "The header If-Match is required: send the ETag that you read last.")
                        .about("If-Match"));
        var now = call.target()
                .etag()
                .orElseThrow(() -> new IllegalStateException(call.route().operation() + " says no entity tag"));
        var bare = unquoted(wanted);
        if (!bare.equals("*") && !bare.equals(unquoted(now))) {
            throw Refusal.of(
                            Problem.STALE,
                            "The resource was changed meanwhile: If-Match names '" + Words.shown(bare)
                                    + "', its state is now '" + unquoted(now) + "'. Read it again, and repeat.")
                    .about("If-Match");
        }
    }

    private static String unquoted(String tag) {
        var text = tag.strip();
        text = text.startsWith("W/") ? text.substring(2) : text;
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
