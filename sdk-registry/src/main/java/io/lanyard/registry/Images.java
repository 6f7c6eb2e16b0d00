package io.lanyard.registry;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Registry: images, their tags and manifests ({@code /api/v1/images}, {@code /api/v1/tags}).
 *
 * <p>Deleted images go to the {@link Trash} for 30 days. Rights are per namespace; note that Writer may pull, push and delete,
 * but not list or inspect.
 */
public final class Images {

    private final AccountRegistry registry;

    Images(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Lists the account's own images.
     *
     * @return the images
     * @see #list(Consumer)
     */
    public List<Image> list() {
        return list(query -> {});
    }

    /**
     * Lists images; the service has no pages here. Needs {@code container-registry.image.list}: Reader or Manager; images in
     * namespaces without it are left out.
     *
     * @param filter which images
     * @return the images
     */
    public List<Image> list(Consumer<ImageQuery> filter) {
        var query = new ImageQuery();
        filter.accept(query);
        return query.onto(registry.get("listImages", "/api/v1/images")).list(Image.class);
    }

    /**
     * Lists images by digest, untagged ones too. Needs {@code container-registry.image.list}: Reader or Manager. Changes
     * nothing, though it is a POST, so it is safe to repeat.
     *
     * @param filter which images
     * @return the images
     */
    public List<ImageDigest> digests(Consumer<DigestQuery> filter) {
        var query = new DigestQuery();
        filter.accept(query);
        return registry.post("listImageDigests", "/api/v1/images/digests")
                .idempotent()
                .json(query)
                .list(ImageDigest.class);
    }

    /**
     * Gets what an image says about itself. Needs {@code container-registry.image.inspect}: Reader or Manager.
     *
     * @param image the image, by tag or digest
     * @return its configuration and layers
     */
    public ImageInspection inspect(ImageRef image) {
        return registry.get("inspectImage", "/api/v1/images/{image}/json", image)
                .as(ImageInspection.class);
    }

    /**
     * Gets the manifest of an image, byte for byte. Needs {@code container-registry.image.inspect}: Reader or Manager.
     *
     * @param image the image, by tag or digest
     * @return the manifest with its media type
     */
    public ImageManifest manifest(ImageRef image) {
        return registry.get("getImageManifest", "/api/v1/images/{image}/manifest", image)
                .accept("*/*")
                .send(ImageManifest::read);
    }

    /**
     * Deletes an image: its digest and all tags that point to it. Needs {@code container-registry.image.delete}: Writer or
     * Manager.
     *
     * @param image the image, by tag or digest
     * @return what was untagged
     */
    public DeletedImage delete(ImageRef image) {
        return registry.delete("deleteImage", "/api/v1/images/{image}", image).as(DeletedImage.class);
    }

    /**
     * Deletes many images, each with all its tags, and goes on when one can't be deleted. Not repeated after an unclear
     * failure, because a second run reports what the first deleted as missing. Needs {@code container-registry.image.delete}:
     * Writer or Manager.
     *
     * @param images the images, each by its digest
     * @return how it went, image by image
     */
    public BulkDeletion bulkDelete(Collection<ImageRef> images) {
        return registry.post("bulkDeleteImages", "/api/v1/images/bulkdelete")
                .json(images.stream().map(ImageRef::toString).toList())
                .as(BulkDeletion.class);
    }

    /**
     * Tags an image with another name in the same region. Safe to repeat. Needs {@code container-registry.image.pull} on the
     * old name and {@code container-registry.image.push} on the new one: Writer or Manager on both is enough.
     *
     * @param from the image as it is
     * @param to   its further name
     */
    public void tag(ImageRef from, ImageRef to) {
        registry.post("tagImage", "/api/v1/images/tags")
                .idempotent()
                .query("fromimage", from)
                .query("toimage", to)
                .done();
    }

    /**
     * Removes one tag; the image stays under its digest and its other tags. Needs {@code container-registry.image.delete}:
     * Writer or Manager.
     *
     * @param image the image, by tag
     * @return what was untagged
     */
    public DeletedImage untag(ImageRef image) {
        return registry.delete("deleteImageTag", "/api/v1/tags/{image}", image).as(DeletedImage.class);
    }
}
