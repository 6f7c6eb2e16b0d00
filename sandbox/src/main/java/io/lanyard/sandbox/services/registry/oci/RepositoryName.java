// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository's name in one region: {@code namespace/repository}, more segments allowed.
 *
 * @param value the whole name
 */
public record RepositoryName(String value) implements Comparable<RepositoryName> {
    /** The longest name that common clients take. */
    private static final int LONGEST = 255;

    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9]++(?:(?:\\.|_|__|-++)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:\\.|_|__|-++)[a-z0-9]++)*+)++");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

    /** Checks the form. */
    public RepositoryName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw OciException.of(OciCode.NAME_INVALID, shown(value));
        }
    }

    /** Reads a name; empty when it is none. */
    public static Optional<RepositoryName> parse(String text) {
        try {
            return Optional.of(new RepositoryName(text));
        } catch (OciException malformed) {
            return Optional.empty();
        }
    }

    /** Tells whether a text may be a tag. */
    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    /** Returns the first segment: the namespace that policies name. */
    public String namespace() {
        return value.substring(0, value.indexOf('/'));
    }

    static String shown(String text) {
        var printable = text.codePoints()
                .limit(80)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return printable.toString();
    }

    @Override
    public int compareTo(RepositoryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
