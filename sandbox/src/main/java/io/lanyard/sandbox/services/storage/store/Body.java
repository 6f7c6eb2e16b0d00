// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import io.lanyard.sandbox.content.Bounded;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of an object or part: pieces of shared content one after another. Copies and completed uploads share what is there and
 * move no bytes. Whoever has one holds it, and lets it go with {@link #release}.
 */
public final class Body {
    private record Piece(Shared shared, long from, long length) {}

    private final List<Piece> pieces;
    private final long size;

    private Body(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.size = pieces.stream().mapToLong(Piece::length).sum();
    }

    /** A body of one content, whose first hold is this one. */
    static Body of(Shared shared) {
        return new Body(List.of(new Piece(shared, 0, shared.content().size())));
    }

    /** Joins bodies; their holds are the new one's then. */
    public static Body join(List<Body> bodies) {
        return new Body(bodies.stream().flatMap(body -> body.pieces.stream()).toList());
    }

    /** Returns how many bytes. */
    public long size() {
        return size;
    }

    /**
     * Holds a part of it once more.
     *
     * @throws IOException when it went meanwhile
     */
    public Body share(long first, long length) throws IOException {
        List<Piece> shared = new ArrayList<>();
        var at = 0L;
        for (var piece : pieces) {
            var from = Math.max(first, at);
            var end = Math.min(first + length, at + piece.length());
            if (from < end || (length == 0 && shared.isEmpty())) {
                if (!piece.shared().hold()) {
                    new Body(shared).release();
                    throw new IOException("the content was deleted meanwhile");
                }
                shared.add(new Piece(piece.shared(), piece.from() + from - at, Math.max(0, end - from)));
            }
            at += piece.length();
        }
        return new Body(shared);
    }

    /** Returns all bytes, where they are in memory anyway; nobody changes them, and no hold is needed. */
    public Optional<byte[]> inMemory() {
        return pieces.size() == 1 && size == pieces.get(0).shared().content().size()
                ? pieces.get(0).shared().content().inMemory()
                : Optional.empty();
    }

    /** Lets it go; content that nobody holds is removed. */
    public void release() {
        pieces.forEach(piece -> piece.shared().release());
    }

    /**
     * Opens the bytes; closing the stream lets the body go.
     *
     * @throws IOException when the disk fails; the body is let go then, too
     */
    public InputStream open() throws IOException {
        try {
            var in = pieces.size() == 1 ? open(pieces.get(0)) : new java.io.SequenceInputStream(opening());
            return new Released(in, this);
        } catch (IOException broken) {
            release();
            throw broken;
        }
    }

    private static InputStream open(Piece piece) throws IOException {
        var content = piece.shared().content();
        var in = piece.from() == 0 ? content.open() : content.openAt(piece.from());
        return piece.length() == content.size() - piece.from() ? in : new Bounded(in, piece.length());
    }

    /** Opens one piece after the other, so that an object of many parts needs one file at a time. */
    private Enumeration<InputStream> opening() {
        var left = pieces.iterator();
        var lazily = new ArrayList<InputStream>(pieces.size());
        left.forEachRemaining(piece -> lazily.add(new Late(() -> open(piece))));
        return Collections.enumeration(lazily);
    }

    /** Lets the body go when it is closed, once. */
    private static final class Released extends java.io.FilterInputStream {
        private final Body body;
        private boolean open = true;

        Released(InputStream in, Body body) {
            super(in);
            this.body = body;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                if (open) {
                    open = false;
                    body.release();
                }
            }
        }
    }
}
