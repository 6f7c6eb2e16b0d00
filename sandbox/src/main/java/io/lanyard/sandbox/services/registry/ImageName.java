// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.OciException;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;

/**
 * An image as people write it: {@code us.icr.io/namespace/repository:tag}, or {@code …@sha256:…}; the host may be left out,
 * and a tag left out is {@code latest}.
 *
 * @param repository the repository
 * @param reference tag or digest
 */
public record ImageName(RepositoryName repository, String reference) {
    /**
     * Reads a name.
     *
     * @param region the region it is asked in: a name with another region's host is refused
     * @throws Refusal when it is no image name, or one of another region
     */
    public static ImageName parse(String text, String region) {
        var rest = withoutHost(text, region);
        var at = rest.indexOf('@');
        if (at > 0) {
            var reference = rest.substring(at + 1);
            if (Digest.parse(reference).isEmpty()) {
                throw malformed(text);
            }
            var named = rest.substring(0, at);
            var tagged = named.lastIndexOf(':');
            return new ImageName(repository(tagged < 0 ? named : named.substring(0, tagged), text), reference);
        }
        var colon = rest.lastIndexOf(':');
        var tag = colon < 0 ? "latest" : rest.substring(colon + 1);
        if (!RepositoryName.isTag(tag)) {
            throw malformed(text);
        }
        return new ImageName(repository(colon < 0 ? rest : rest.substring(0, colon), text), tag);
    }

    /** Reads a repository's name, with or without host. */
    public static RepositoryName repository(String text, String region, String whole) {
        return repository(withoutHost(text, region), whole);
    }

    private static String withoutHost(String text, String region) {
        var slash = text.indexOf('/');
        var first = slash < 0 ? "" : text.substring(0, slash);
        if (first.indexOf('.') < 0 && first.indexOf(':') < 0 && !first.equals("localhost")) {
            return text;
        }
        Regions.of(first).filter(other -> !other.equals(region)).ifPresent(other -> {
            throw Refusal.of(
                    Problem.BAD_REQUEST,
                    "The image is in the registry of " + other + "; this one is " + Regions.host(region) + " (" + region
                            + ").");
        });
        return text.substring(slash + 1);
    }

    private static RepositoryName repository(String name, String whole) {
        try {
            return new RepositoryName(name);
        } catch (OciException malformed) {
            throw malformed(whole);
        }
    }

    private static Refusal malformed(String text) {
        var shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return Refusal.of(
                Problem.INVALID,
                "'" + shown
                        + "' is no image name: write it as us.icr.io/namespace/repository:tag or …@sha256:<digest>.");
    }

    /** Tells whether it names a digest rather than a tag. */
    public boolean byDigest() {
        return reference.indexOf(':') > 0;
    }

    /** Returns the name of a tag of a repository, as the API shows it. */
    public static String tagged(String region, RepositoryName repository, String tag) {
        return repositoryPath(region, repository) + ":" + tag;
    }

    /** Returns the name of a digest of a repository, as the API shows it. */
    public static String digested(String region, RepositoryName repository, Digest digest) {
        return repositoryPath(region, repository) + "@" + digest;
    }

    /** Returns the name of a repository, as the API shows it. */
    public static String repositoryPath(String region, RepositoryName repository) {
        return Regions.host(region) + "/" + repository;
    }

    /** Returns the whole name, as the API shows it. */
    public String shown(String region) {
        return repositoryPath(region, repository) + (byDigest() ? "@" : ":") + reference;
    }
}
