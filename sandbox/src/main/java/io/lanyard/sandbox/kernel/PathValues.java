// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.List;

/** Decodes path parameters, and lets none of them leave its segment. */
final class PathValues {
    private PathValues() {}

    static void into(Call call, List<String> raw) {
        var names = call.route().params();
        for (var i = 0; i < raw.size(); i++) {
            call.pathValue(names.get(i), decode(raw.get(i)));
        }
    }

    private static String decode(String raw) {
        var value = raw.indexOf('%') < 0 ? raw : FormText.decode(raw.replace("+", "%2B"));
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of(Problem.BAD_REQUEST, "A path segment must not hold control characters.");
        }
        if (value.indexOf('.') >= 0) {
            for (var part : value.split("/", -1)) {
                if (part.equals(".") || part.equals("..")) {
                    throw Refusal.of(
                            Problem.BAD_REQUEST,
                            "'" + Words.shown(value) + "' is no id: a path segment must not be '" + part + "'.");
                }
            }
        }
        return value;
    }
}
