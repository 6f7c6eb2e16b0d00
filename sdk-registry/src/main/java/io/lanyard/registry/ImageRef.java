package io.lanyard.registry;

import io.lanyard.core.TextValue;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Registry: the name of one image: {@code host/namespace/repository[:tag][@digest]}, as in {@code us.icr.io/my_namespace/hello-world:3.6}.
 *
 * <p>An instance is always well-formed by the grammar of OCI distribution (namespaces by that of Container Registry), so it
 * can't leave its place in a path or in a command line.
 *
 * @param host       where the registry listens, with its port if it has one
 * @param namespace  the first part of the path; access policies name it
 * @param repository the rest of the path, which may contain slashes
 * @param tag        the tag, if the image is named by one
 * @param digest     the digest, {@code algorithm:hex}, if the image is named by one
 */
public record ImageRef(String host, String namespace, String repository, Optional<String> tag, Optional<String> digest)
        implements TextValue {

    private static final int LONGEST_PATH = 255;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?");
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?");
    private static final Pattern REPOSITORY_PART = Pattern.compile("[a-z0-9]++(?:(?:\\.|_{1,2}|-++)[a-z0-9]++)*+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern SHA256 = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern OTHER_DIGEST =
            Pattern.compile("(?!sha256:)[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[A-Za-z0-9=_-]{32,}");

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException when a part breaks the grammar; the message names it
     */
    public ImageRef {
        require(HOST.matcher(host).matches(), "host", host);
        require(NAMESPACE.matcher(namespace).matches(), "namespace", namespace);
        require(namespace.length() + 1 + repository.length() <= LONGEST_PATH, "repository", repository);
        for (var part : repository.split("/", -1)) {
            require(REPOSITORY_PART.matcher(part).matches(), "repository", repository);
        }
        tag.ifPresent(t -> require(TAG.matcher(t).matches(), "tag", t));
        digest.ifPresent(d -> require(isDigest(d), "digest", d));
    }

    /**
     * Names the repository itself, still without tag or digest.
     *
     * @param host       where the registry listens, such as {@code us.icr.io}
     * @param namespace  the namespace
     * @param repository the path below the namespace
     * @return the name
     * @throws IllegalArgumentException when a part breaks the grammar
     */
    public static ImageRef of(String host, String namespace, String repository) {
        return new ImageRef(host, namespace, repository, Optional.empty(), Optional.empty());
    }

    /**
     * Reads {@code host/namespace/repository[:tag][@digest]}.
     *
     * @param text the whole name; the host is not optional, because nothing here guesses a default registry
     * @return the name in its parts
     * @throws IllegalArgumentException when the text isn't such a name
     */
    public static ImageRef parse(String text) {
        var at = text.indexOf('@');
        var named = at < 0 ? text : text.substring(0, at);
        var digest = at < 0 ? Optional.<String>empty() : Optional.of(text.substring(at + 1));
        var colon = named.lastIndexOf(':');
        var tagged = colon > named.lastIndexOf('/');
        var path = tagged ? named.substring(0, colon) : named;
        var tag = tagged ? Optional.of(named.substring(colon + 1)) : Optional.<String>empty();
        var parts = path.split("/", 3);
        require(parts.length == 3, "name (expected host/namespace/repository[:tag][@digest])", text);
        return new ImageRef(parts[0], parts[1], parts[2], tag, digest);
    }

    /**
     * Names the image by a tag as well.
     *
     * @param tag such as {@code 3.6}
     * @return the same name with that tag
     */
    public ImageRef withTag(String tag) {
        return new ImageRef(host, namespace, repository, Optional.of(tag), digest);
    }

    /**
     * Names the image by its digest as well.
     *
     * @param digest such as {@code sha256:…}
     * @return the same name with that digest
     */
    public ImageRef withDigest(String digest) {
        return new ImageRef(host, namespace, repository, tag, Optional.of(digest));
    }

    /**
     * Says where the image lives inside its registry.
     *
     * @return {@code namespace/repository}, the name that OCI clients and tokens use
     */
    public String path() {
        return namespace + '/' + repository;
    }

    /**
     * Writes the whole name.
     *
     * @return {@code host/namespace/repository[:tag][@digest]}, which {@link #parse} reads back
     */
    @Override
    public String value() {
        return host
                + '/'
                + path()
                + tag.map(t -> ':' + t).orElse("")
                + digest.map(d -> '@' + d).orElse("");
    }

    @Override
    public String toString() {
        return value();
    }

    private static boolean isDigest(String text) {
        return SHA256.matcher(text).matches() || OTHER_DIGEST.matcher(text).matches();
    }

    private static void require(boolean wellFormed, String part, String text) {
        if (!wellFormed) {
            throw new IllegalArgumentException("not a well-formed image " + part + ": " + printable(text));
        }
    }

    private static String printable(String text) {
        var shown = Objects.requireNonNull(text).codePoints().limit(80).map(c -> Character.isISOControl(c) ? '?' : c);
        return '"'
                + shown.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                + '"';
    }
}
