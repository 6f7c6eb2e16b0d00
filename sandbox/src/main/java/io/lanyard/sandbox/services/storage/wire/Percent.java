// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as S3 signs and lists it: everything but letters, digits and {@code -._~}; a plus is a plus. */
public final class Percent {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    /** Decodes; refused when it is broken, or no UTF-8. */
    public static String decode(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c != '%') {
                if (c > 127) { // a client that doesn't encode: one that a server can't read
                    throw S3Code.INVALID_URI.refusal();
                }
                bytes.write(c);
                continue;
            }
            var whole = i + 2 < raw.length();
            var high = whole ? Character.digit(raw.charAt(i + 1), 16) : -1;
            var low = whole ? Character.digit(raw.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw S3Code.INVALID_URI.refusal();
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw S3Code.INVALID_URI.refusal();
        }
    }

    private static boolean isPlain(String raw) {
        for (var i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%' || raw.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Encodes. */
    public static String encode(String text) {
        return encode(text, "-._~");
    }

    /** Encodes all but slashes. */
    public static String encodePath(String text) {
        return encode(text, "-._~/");
    }

    private static String encode(String text, String kept) {
        var encoded = new StringBuilder(text.length() + 16);
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return encoded.toString();
    }
}
