// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import io.lanyard.sandbox.services.registry.blobs.Blob;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.blobs.SharedContent;
import io.lanyard.sandbox.services.registry.blobs.Upload;
import io.lanyard.sandbox.services.registry.blobs.Uploads;
import io.lanyard.sandbox.services.registry.oci.Manifest;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in one region's registry. Reading needs no lock and sees whole changes only; changes run one after another, and
 * never while bytes travel: uploads are staged before.
 */
public final class RegionCatalog {
    private final SharedContent content;
    private final Uploads uploads;
    private final Namespaces namespaces = new Namespaces();
    private final ConcurrentSkipListMap<String, Repository> repositories = new ConcurrentSkipListMap<>();
    private final Housekeeping housekeeping = new Housekeeping(this);

    /** Begins empty. */
    public RegionCatalog(SharedContent content) {
        this.content = content;
        this.uploads = new Uploads(content.store());
    }

    /** Returns the namespaces. */
    public Namespaces namespaces() {
        return namespaces;
    }

    /** Returns the uploads that are on their way. */
    public Uploads uploads() {
        return uploads;
    }

    /** Returns what cleans up: the trash and retention policies. */
    public Housekeeping housekeeping() {
        return housekeeping;
    }

    /** Finds a repository that holds, or held, an image or a blob. */
    public Optional<Repository> repository(RepositoryName name) {
        return Optional.ofNullable(repositories.get(name.value()));
    }

    /** Streams the repositories of a namespace, by name. */
    public Stream<Repository> repositories(String namespace) {
        return repositories.subMap(namespace + "/", namespace + "0").values().stream();
    }

    /** Streams the repositories of an account, by name. */
    public Stream<Repository> repositoriesOf(String accountId) {
        return namespaces.of(accountId).flatMap(namespace -> repositories(namespace.name()));
    }

    /** Finds a blob of a repository. */
    public Optional<Blob> blob(RepositoryName name, Digest digest) {
        return repository(name)
                .filter(repository -> repository.blobs().containsKey(digest))
                .flatMap(repository -> content.find(digest));
    }

    /** Finds content by digest alone: manifests, in use or in the trash, and configurations. */
    public Optional<Blob> content(Digest digest) {
        return content.find(digest);
    }

    /**
     * Ends an upload as a blob of a repository.
     *
     * @throws IOException as {@link Uploads#finish}
     */
    public synchronized Blob finish(RepositoryName name, Upload upload, Digest digest) throws IOException {
        return add(name, digest, () -> uploads.finish(upload, digest));
    }

    private Blob add(RepositoryName name, Digest digest, SharedContent.Commit commit) throws IOException {
        var before = existing(name);
        var blob = content.hold(digest, commit);
        if (before.held().contains(digest)) {
            content.release(digest);
        }
        repositories.put(name.value(), before.withBlob(digest, blob.size()));
        return blob;
    }

    /** Lets a repository have a blob that another one has; false when the other one has it not. */
    public synchronized boolean mount(RepositoryName from, Digest digest, RepositoryName to) {
        if (blob(from, digest).isEmpty()) {
            return false;
        }
        var before = existing(to);
        if (!before.blobs().containsKey(digest)) {
            if (!before.held().contains(digest)) {
                content.hold(digest);
            }
            repositories.put(
                    to.value(),
                    before.withBlob(digest, blob(from, digest).map(Blob::size).orElse(0L)));
        }
        return true;
    }

    /**
     * Adds an image.
     *
     * @param bytes the manifest as it was sent
     * @param digest its digest, of the algorithm the client chose
     * @param tag the tag it gets, if any
     * @param limit how many bytes the account's images may have in this region
     * @throws io.lanyard.sandbox.services.registry.oci.OciException when it refers to what isn't here
     * @throws QuotaExceededException when it doesn't fit
     * @throws IOException when the disk is full
     */
    public synchronized Image push(
            RepositoryName name,
            Manifest manifest,
            byte[] bytes,
            Digest digest,
            Optional<String> tag,
            long limit,
            Instant now)
            throws IOException {
        var before = existing(name);
        var image = new Arrival(before, content).check(manifest, digest, bytes.length, now);
        Storage.of(this, namespaces, name.namespace()).with(image).within(limit);
        if (!before.held().contains(digest)) {
            content.hold(digest, () -> commit(digest, bytes));
        }
        var after = before.withImage(image);
        repositories.put(name.value(), tag.map(t -> after.withTag(t, digest)).orElse(after));
        return image;
    }

    /**
     * Gives an image a tag, in its own repository or with all its content in another one; the images of an index come along.
     *
     * @throws QuotaExceededException when it doesn't fit
     * @throws IOException when the disk fails
     */
    public synchronized void copy(
            RepositoryName from, Digest digest, RepositoryName to, String tag, long limit, Instant now)
            throws IOException {
        if (!from.equals(to)) {
            copy(existing(from), digest, to, limit, now);
        }
        change(to, repository -> repository.withTag(tag, digest));
    }

    private void copy(Repository from, Digest digest, RepositoryName to, long limit, Instant now) throws IOException {
        var image = from.images().get(digest);
        if (image == null || existing(to).images().containsKey(digest)) {
            return;
        }
        for (var child : image.manifest().children().toList()) {
            copy(from, child.digest(), to, limit, now);
        }
        image.manifest().blobs().forEach(blob -> mount(from.name(), blob.digest(), to));
        var manifest = content.find(digest);
        if (manifest.isPresent()) {
            try (var in = manifest.get().open()) {
                push(to, image.manifest(), in.readAllBytes(), digest, Optional.empty(), limit, now);
            }
        }
    }

    private Blob commit(Digest digest, byte[] bytes) throws IOException {
        try (var staging = content.store().stage()) {
            staging.append(new ByteArrayInputStream(bytes));
            return staging.commit(digest);
        }
    }

    /** Changes a repository; content that it no longer holds is let go. Does nothing when it isn't there. */
    public synchronized void change(RepositoryName name, UnaryOperator<Repository> change) {
        var before = repositories.get(name.value());
        if (before == null) {
            return;
        }
        var after = change.apply(before);
        if (after.held().isEmpty()) {
            repositories.remove(name.value());
        } else {
            repositories.put(name.value(), after);
        }
        var kept = after.held();
        before.held().stream().filter(digest -> !kept.contains(digest)).forEach(content::release);
    }

    /** Moves an image into the trash. */
    public void delete(RepositoryName name, Digest digest, Instant now) {
        change(name, repository -> repository.delete(digest, now));
        housekeeping.trashed(now);
    }

    /** Removes a namespace with all its images; nothing of it goes to the trash. */
    public synchronized void deleteNamespace(String namespace) {
        var gone = repositories(namespace).map(Repository::name).collect(Collectors.toList());
        gone.forEach(name -> change(name, repository -> Repository.empty(name)));
        uploads.cancelAll(namespace + "/");
        housekeeping.forget(namespace);
        namespaces.remove(namespace);
    }

    private Repository existing(RepositoryName name) {
        return repositories.getOrDefault(name.value(), Repository.empty(name));
    }
}
