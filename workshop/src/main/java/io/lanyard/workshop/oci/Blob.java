package io.lanyard.workshop.oci;

import java.util.Arrays;

/** Registry client: content and what it is. Small enough for memory: a lab's image has a few kilobytes. */
public final class Blob {
    private final String mediaType;
    private final byte[] content;
    private final Digest digest;

    /**
     * Wraps content.
     *
     * @param mediaType what it is
     * @param content the bytes
     */
    public Blob(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content.clone();
        this.digest = Digest.of(content);
    }

    /**
     * Says what it is.
     *
     * @return the media type
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Gives the content.
     *
     * @return a copy of the bytes
     */
    public byte[] content() {
        return content.clone();
    }

    /**
     * Names it by its content.
     *
     * @return the digest
     */
    public Digest digest() {
        return digest;
    }

    /**
     * Measures it.
     *
     * @return bytes
     */
    public int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && mediaType.equals(blob.mediaType) && Arrays.equals(content, blob.content);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return mediaType + " " + digest + ", " + content.length + " bytes";
    }
}
