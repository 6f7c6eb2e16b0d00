package io.lanyard.registry;

import org.jspecify.annotations.Nullable;

/** Registry: which images of a namespace shall be kept. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewRetentionPolicy {

    private final String namespace;

    private @Nullable Integer imagesPerRepo;
    private @Nullable Boolean retainUntagged;

    NewRetentionPolicy(String namespace) {
        this.namespace = namespace;
    }

    /**
     * Keeps the newest images, by the date in their own configuration, not by the date they were pushed.
     *
     * @param count how many stay in each repository; -1 keeps all
     * @return this
     */
    public NewRetentionPolicy imagesPerRepo(int count) {
        imagesPerRepo = count;
        return this;
    }

    /**
     * Keeps images without a tag, or lets them go.
     *
     * @param retained true to keep them; the service lets them go by default
     * @return this
     */
    public NewRetentionPolicy retainUntagged(boolean retained) {
        retainUntagged = retained;
        return this;
    }
}
