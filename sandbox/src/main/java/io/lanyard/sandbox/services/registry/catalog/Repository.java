// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.Descriptor;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One repository at one moment. Immutable: changes return another one, so readers never see half a push.
 *
 * @param name its name
 * @param images the images, in the order they were pushed
 * @param tags tag to image
 * @param blobs the blobs that were pushed or mounted here, with their lengths
 * @param trash the images that were deleted, in the order of their deletion
 */
public record Repository(
        RepositoryName name,
        Map<Digest, Image> images,
        SortedMap<String, Digest> tags,
        Map<Digest, Long> blobs,
        Map<Digest, Trashed> trash) {

    /** Starts an empty repository. */
    public static Repository empty(RepositoryName name) {
        return new Repository(name, Map.of(), Collections.emptySortedMap(), Map.of(), Map.of());
    }

    private static final class Draft {
        private final Map<Digest, Image> images;
        private final SortedMap<String, Digest> tags;
        private final Map<Digest, Long> blobs;
        private final Map<Digest, Trashed> trash;

        Draft(Repository from) {
            images = new LinkedHashMap<>(from.images);
            tags = new TreeMap<>(from.tags);
            blobs = new HashMap<>(from.blobs);
            trash = new LinkedHashMap<>(from.trash);
        }
    }

    private Repository change(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new Repository(
                name,
                Collections.unmodifiableMap(draft.images),
                Collections.unmodifiableSortedMap(draft.tags),
                Collections.unmodifiableMap(draft.blobs),
                Collections.unmodifiableMap(draft.trash));
    }

    /** Tells whether there is nothing to see: no image here, nor in the trash. */
    public boolean isEmpty() {
        return images.isEmpty() && trash.isEmpty();
    }

    /** Finds an image by tag or digest. */
    public Optional<Image> find(String reference) {
        return digest(reference).map(images::get);
    }

    /** Finds the digest that a tag, or a digest itself, names here. */
    public Optional<Digest> digest(String reference) {
        var tagged = tags.get(reference);
        return Optional.ofNullable(tagged).or(() -> Digest.parse(reference)).filter(images::containsKey);
    }

    /** Returns the tags of an image. */
    public Set<String> tagsOf(Digest digest) {
        return tags.entrySet().stream()
                .filter(e -> e.getValue().equals(digest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Adds a blob. */
    public Repository withBlob(Digest digest, long size) {
        return blobs.containsKey(digest) ? this : change(d -> d.blobs.put(digest, size));
    }

    /** Removes a blob. */
    public Repository withoutBlob(Digest digest) {
        return change(d -> d.blobs.remove(digest));
    }

    /** Adds an image; one that lies in the trash comes out of it. */
    public Repository withImage(Image image) {
        return change(d -> {
            d.images.putIfAbsent(image.digest(), image);
            d.trash.remove(image.digest());
        });
    }

    /** Lets a tag name an image, whatever it named before. */
    public Repository withTag(String tag, Digest digest) {
        return change(d -> d.tags.put(tag, digest));
    }

    /** Removes a tag; the image stays. */
    public Repository withoutTag(String tag) {
        return change(d -> d.tags.remove(tag));
    }

    /** Moves an image, with all its tags, into the trash. */
    public Repository delete(Digest digest, Instant now) {
        return change(d -> {
            var image = d.images.remove(digest);
            if (image != null) {
                d.trash.put(digest, new Trashed(image, tagsOf(digest), now));
                d.tags.values().removeIf(digest::equals);
            }
        });
    }

    /** Takes an image out of the trash, with these of its tags. */
    public Repository restore(Digest digest, Set<String> tagsToo) {
        return change(d -> {
            var trashed = d.trash.remove(digest);
            if (trashed != null) {
                d.images.put(digest, trashed.image());
                tagsToo.forEach(tag -> d.tags.put(tag, digest));
            }
        });
    }

    /** Forgets trashed images for good, and the content that only they needed. */
    public Repository purge(Set<Digest> gone) {
        var doomed = gone.stream()
                .map(trash::get)
                .flatMap(trashed -> trashed == null
                        ? Stream.empty()
                        : trashed.image().manifest().blobs())
                .map(Descriptor::digest)
                .collect(Collectors.toCollection(HashSet::new));
        return change(d -> {
            d.trash.keySet().removeAll(gone);
            Stream.concat(d.images.values().stream(), d.trash.values().stream().map(Trashed::image))
                    .flatMap(image -> image.manifest().blobs())
                    .forEach(blob -> doomed.remove(blob.digest()));
            d.blobs.keySet().removeAll(doomed);
        });
    }

    /** Finds an image, here or in the trash, that needs a blob. */
    public Optional<Image> needing(Digest blob) {
        return everything()
                .filter(image ->
                        image.manifest().blobs().anyMatch(b -> b.digest().equals(blob)))
                .findFirst();
    }

    /** Streams the images, those in the trash too. */
    public Stream<Image> everything() {
        return Stream.concat(images.values().stream(), trash.values().stream().map(Trashed::image));
    }

    /** Returns every digest this repository keeps alive: blobs, and manifests here or in the trash. */
    public Set<Digest> held() {
        var all = new HashSet<>(blobs.keySet());
        all.addAll(images.keySet());
        all.addAll(trash.keySet());
        return all;
    }
}
