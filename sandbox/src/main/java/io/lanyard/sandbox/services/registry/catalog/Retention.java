// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import io.lanyard.sandbox.services.registry.blobs.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which images of a namespace are kept. IBM's rules: the newest by the date they were <em>built</em>, not pushed; several
 * tags on one image count once; an image that doesn't say when it was built, or says a date before {@link #OLDEST}, is always
 * kept and not counted.
 *
 * @param namespace the namespace
 * @param imagesPerRepo how many per repository; -1 keeps all, and is what every namespace starts with
 * @param retainUntagged whether images without a tag are kept; otherwise they go, unless a kept index needs them
 */
public record Retention(String namespace, long imagesPerRepo, boolean retainUntagged) {
    /** The word for all images. */
    public static final long ALL = -1;

    /** Tools that want repeatable builds write dates before this one (IBM: registry_retention). */
    public static final Instant OLDEST = Instant.parse("2013-01-19T00:13:39Z");

    /** How often a policy runs after the first time. */
    public static final Duration EVERY = Duration.ofDays(1);

    /** Returns what a namespace starts with: everything is kept. */
    public static Retention all(String namespace) {
        return new Retention(namespace, ALL, false);
    }

    /** Tells which images it would delete, newest first. */
    public List<Digest> doomed(Repository repository) {
        if (imagesPerRepo == ALL) {
            return List.of();
        }
        var tagged = new HashSet<>(repository.tags().values());
        var candidates = repository.images().values().stream()
                .filter(image ->
                        image.created().filter(date -> !date.isBefore(OLDEST)).isPresent())
                .sorted(Comparator.comparing((Image image) -> image.created().orElse(Instant.MIN))
                        .reversed()
                        .thenComparing(Image::digest))
                .toList();
        var newest = candidates.stream()
                .filter(image -> tagged.contains(image.digest()))
                .limit(imagesPerRepo)
                .map(Image::digest)
                .collect(Collectors.toSet());
        Set<Digest> doomed = new LinkedHashSet<>();
        for (var image : candidates) {
            var isTagged = tagged.contains(image.digest());
            if (isTagged ? !newest.contains(image.digest()) : !retainUntagged) {
                doomed.add(image.digest());
            }
        }
        spareChildren(repository, doomed);
        return List.copyOf(doomed);
    }

    /** An index that stays keeps the images it names. */
    private static void spareChildren(Repository repository, Set<Digest> doomed) {
        var spared = new HashSet<Digest>();
        do {
            spared.clear();
            repository.images().values().stream()
                    .filter(image -> !doomed.contains(image.digest()))
                    .flatMap(image -> image.manifest().children())
                    .filter(child -> doomed.contains(child.digest()))
                    .forEach(child -> spared.add(child.digest()));
        } while (doomed.removeAll(spared));
    }
}
