package io.lanyard.workshop.oci;

import java.util.regex.Pattern;

/**
 * Registry client: the name of an image inside one registry.
 *
 * @param repository namespace and name: {@code my_namespace/hello-world}
 * @param tag for example {@code 3.6}
 */
public record ImageName(String repository, String tag) {
    /** From the distribution specification: path components, and at most 127 more characters of a tag. */
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");

    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

    /** Refuses what the distribution specification doesn't allow. */
    public ImageName {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException("not a repository name: " + repository);
        }
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("not a tag: " + tag);
        }
    }

    /**
     * Reads {@code namespace/name:tag}.
     *
     * @param text the name
     * @return the name
     */
    public static ImageName of(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "an image name ends with a tag, like hello-world:3.6, but this doesn't: " + text);
        }
        return new ImageName(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * The same image in another place.
     *
     * @param other namespace and name
     * @return the name there
     */
    public ImageName in(String other) {
        return new ImageName(other, tag);
    }

    /**
     * The same repository with another tag.
     *
     * @param other the tag
     * @return the name
     */
    public ImageName tagged(String other) {
        return new ImageName(repository, other);
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
