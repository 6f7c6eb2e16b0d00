// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/** Content in memory. */
final class MemoryContent implements Content {
    private final byte[] bytes;
    private final int size;

    /** Takes an array that nobody changes any more. */
    MemoryContent(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Optional<byte[]> inMemory() {
        return size == bytes.length ? Optional.of(bytes) : Optional.empty();
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes, 0, size);
    }
}
