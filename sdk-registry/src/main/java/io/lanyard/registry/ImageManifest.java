package io.lanyard.registry;

import io.lanyard.core.call.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Registry: the manifest of an image, byte for byte: only so does its digest hold. */
public final class ImageManifest {

    private final String mediaType;
    private final byte[] bytes;

    ImageManifest(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    static ImageManifest read(Answer answer) throws IOException {
        return new ImageManifest(
                answer.header("Content-Type").orElse("application/octet-stream"),
                answer.stream().readAllBytes());
    }

    /**
     * Says what it is.
     *
     * @return the content type as the registry sent it, such as {@code application/vnd.oci.image.manifest.v1+json}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Hands out the manifest.
     *
     * @return a copy of its bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Reads it as text.
     *
     * @return the JSON document
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageManifest that
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ImageManifest[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
