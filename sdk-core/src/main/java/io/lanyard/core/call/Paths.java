package io.lanyard.core.call;

import io.lanyard.core.TextValue;

/**
 * Core, call: percent-encoding, and the promise that a path argument never leaves its segment: what cannot be made to stay is
 * refused, because {@code DELETE /v1/things/..} is another operation.
 */
final class Paths {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Paths() {}

    /** Puts the arguments into the template's braces, in order. */
    static String fill(String template, Object... arguments) {
        int brace = template.indexOf('{');
        if (brace < 0 && arguments.length == 0) {
            return template;
        }
        var path = new StringBuilder(template.length() + 40);
        int from = 0;
        int next = 0;
        while (brace >= 0) {
            int close = template.indexOf('}', brace);
            if (next == arguments.length) {
                throw new IllegalArgumentException(
                        "no argument for " + template.substring(brace, close + 1) + " in " + template);
            }
            path.append(template, from, brace);
            segment(path, template.substring(brace + 1, close), text(arguments[next++]));
            from = close + 1;
            brace = template.indexOf('{', from);
        }
        if (next < arguments.length) {
            throw new IllegalArgumentException((arguments.length - next) + " arguments too many for " + template);
        }
        return path.append(template, from, template.length()).toString();
    }

    /** The wire form of an argument. A record that isn't a {@link TextValue} would print its component names into a URL. */
    static String text(Object argument) {
        if (argument instanceof TextValue value) {
            return value.value();
        }
        if (argument instanceof CharSequence
                || argument instanceof Number
                || argument instanceof Boolean
                || argument instanceof java.time.Instant) {
            return argument.toString();
        }
        throw new IllegalArgumentException("a " + argument.getClass().getSimpleName() + " has no wire form for a URL");
    }

    private static void segment(StringBuilder out, String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(name + " is '" + value + "', which would leave its place in the path");
        }
        encode(out, value, name);
    }

    /** Appends {@code value} with everything but letters, digits and {@code -._~} percent-encoded. */
    static void encode(StringBuilder out, String value, String what) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isUnreserved(c)) {
                out.append(c);
            } else if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
                throw new IllegalArgumentException(what + " has a control character at position " + i);
            } else if (c < 0x80) {
                hex(out, c);
            } else {
                i = encodeWide(out, value, i, what);
            }
        }
    }

    private static int encodeWide(StringBuilder out, String value, int at, String what) {
        int point = value.codePointAt(at);
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException(what + " has half a character at position " + at);
        }
        if (point < 0x800) {
            hex(out, 0xc0 | (point >> 6));
        } else {
            if (point < 0x10000) {
                hex(out, 0xe0 | (point >> 12));
            } else {
                hex(out, 0xf0 | (point >> 18));
                hex(out, 0x80 | ((point >> 12) & 0x3f));
            }
            hex(out, 0x80 | ((point >> 6) & 0x3f));
        }
        hex(out, 0x80 | (point & 0x3f));
        return at + Character.charCount(point) - 1;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static void hex(StringBuilder out, int octet) {
        out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xf]);
    }
}
