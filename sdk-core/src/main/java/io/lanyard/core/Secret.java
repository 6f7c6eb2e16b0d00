package io.lanyard.core;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.json.OpenValueAdapter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Core: text that must not be seen by accident. It never prints itself; {@link #reveal()} is the one way out, so that a search
 * for that word finds every place where a secret leaves.
 */
@JsonAdapter(OpenValueAdapter.OfSecret.class)
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * Wraps a secret.
     *
     * @param text the secret itself
     * @return the wrapped secret
     * @throws IllegalArgumentException when it is blank, or has a line break or another control character in it
     */
    public static Secret of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the secret is blank");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(
                        "the secret has a control character at position " + i + ": was it read with its line end?");
            }
        }
        return new Secret(text);
    }

    /**
     * Returns the secret itself.
     *
     * @return the text; whoever asks is answerable for where it goes
     */
    public String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on where two secrets differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Says that there is a secret, and nothing about it. */
    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
