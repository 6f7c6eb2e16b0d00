package io.lanyard.audit;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Audit: takes a stream of server-sent events apart, as the HTML standard has it, and never holds one in memory: a single
 * {@code data:} line of a logs query may be tens of megabytes long, so it is handed out as a reader of its own.
 *
 * <p>Comments and the fields {@code event}, {@code id} and {@code retry} mean nothing here; anything else is no such stream.
 */
final class EventLines {

    private static final int END = -1;
    private static final int LONGEST_NAME = 16;

    private final Reader in;
    private final char[] held = new char[8_192];
    private final long longest;
    private long left;
    private int at;
    private int end;

    /** Takes a stream apart in which nothing is longer than that between two calls of {@link #goOn}. */
    EventLines(Reader stream, long longest) {
        this.in = stream;
        this.longest = longest;
        this.left = longest;
    }

    /** Something that has come is done with, and what comes next may be as long again. */
    void goOn() {
        left = longest;
    }

    /**
     * Moves to the next event that carries data.
     *
     * @return the data, to be read to its end before the next one is asked for; null at the end of the stream
     */
    @Nullable Reader next() throws IOException {
        while (peek() != END) {
            if (isLineEnd(peek())) {
                at++;
            } else if (startsData()) {
                return new Data();
            }
        }
        return null;
    }

    private int peek() throws IOException {
        while (at == end) {
            int count = in.read(held, 0, held.length);
            if (count < 0) {
                return END;
            }
            at = 0;
            end = count;
        }
        return held[at];
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** Reads a field's name, and moves to its value if it is data, else to the end of its line. */
    private boolean startsData() throws IOException {
        var name = new StringBuilder(LONGEST_NAME);
        while (peek() != ':' && peek() != END && !isLineEnd(peek())) {
            if (name.length() == LONGEST_NAME) {
                throw odd(name);
            }
            name.append(held[at++]);
        }
        switch (name.toString()) {
            case "data" -> {
                if (peek() == ':') {
                    at++;
                }
                if (peek() == ' ') {
                    at++;
                }
                return true;
            }
            case "", "event", "id", "retry" -> {
                while (peek() != END && !isLineEnd(peek())) {
                    at++;
                }
                return false;
            }
            default -> throw odd(name);
        }
    }

    private static JsonParseException odd(CharSequence name) {
        return new JsonParseException("no stream of events: a line begins with '" + name + "'");
    }

    /** The data of one event: the rest of its line, and further lines of data as the standard joins them. */
    private final class Data extends Reader {
        private boolean over;

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (over || length == 0) {
                return over ? END : 0;
            }
            if (peek() == END) {
                over = true;
                return END;
            }
            if (isLineEnd(peek())) {
                over = !goesOn();
                if (over) {
                    return END;
                }
                into[offset] = '\n';
                return 1;
            }
            int most = Math.min(end, at + length);
            int to = at;
            while (to < most && !isLineEnd(held[to])) {
                to++;
            }
            int count = to - at;
            System.arraycopy(held, at, into, offset, count);
            at = to;
            left -= count;
            if (left < 0) {
                throw new JsonParseException("one result alone has more than " + longest + " characters");
            }
            return count;
        }

        /** Whether the next line is data of the same event, and not the empty line after it. */
        private boolean goesOn() throws IOException {
            if (peek() == '\r') {
                at++;
            }
            if (peek() == '\n') {
                at++;
            }
            return peek() != END && !isLineEnd(peek()) && startsData();
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
