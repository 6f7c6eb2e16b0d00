package io.lanyard.registry;

import com.google.gson.reflect.TypeToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registry: deleted images, which stay for 30 days and don't count for the quota ({@code /api/v1/trash}). */
public final class Trash {

    private final AccountRegistry registry;

    Trash(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Lists what is in the trash.
     *
     * @return image by digest to what is known about it
     * @see #list(String)
     */
    public Map<String, TrashedImage> list() {
        return listed(null);
    }

    /**
     * Lists what is in the trash from one namespace. Needs {@code container-registry.image.delete}: Writer or Manager (IBM's
     * event table; its IAM page says {@code image.list}).
     *
     * @param namespace the namespace
     * @return image by digest to what is known about it
     */
    public Map<String, TrashedImage> list(String namespace) {
        return listed(namespace);
    }

    /**
     * Restores an image by digest, with all tags that it had in its repository. Safe to repeat. Needs
     * {@code container-registry.image.push}: Writer or Manager.
     *
     * @param image the image, by digest
     * @return which tags came back
     */
    public RestoredTags restoreTags(ImageRef image) {
        return registry.post("restoreTags", "/api/v1/trash/{digest}/restoretags", image)
                .idempotent()
                .as(RestoredTags.class);
    }

    /**
     * Restores an image by one of its tags. Needs {@code container-registry.image.push}: Writer or Manager.
     *
     * @param image the image, by tag
     */
    public void restoreImage(ImageRef image) {
        registry.post("restoreImage", "/api/v1/trash/{image}/restore", image)
                .idempotent()
                .done();
    }

    private Map<String, TrashedImage> listed(@Nullable String namespace) {
        return registry.get("listDeletedImages", "/api/v1/trash")
                .query("namespace", namespace)
                .as(new TypeToken<Map<String, TrashedImage>>() {});
    }
}
