package io.lanyard.registry;

import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Registry: which images a list shall hold; all private ones of the account when nothing is said. */
public final class ImageQuery {

    private @Nullable String namespace;
    private @Nullable String repository;
    private @Nullable Boolean ibm;
    private @Nullable Boolean privateImages;
    private @Nullable Boolean manifestLists;
    private @Nullable Boolean vulnerabilities;

    ImageQuery() {}

    /**
     * Keeps to one namespace.
     *
     * @param name the namespace
     * @return this
     */
    public ImageQuery namespace(String name) {
        namespace = name;
        return this;
    }

    /**
     * Keeps to one repository.
     *
     * @param path {@code namespace/repository}
     * @return this
     */
    public ImageQuery repository(String path) {
        repository = path;
        return this;
    }

    /**
     * Adds the public images that IBM provides.
     *
     * @param included true to have them; the service leaves them out by default
     * @return this
     */
    public ImageQuery includeIbm(boolean included) {
        ibm = included;
        return this;
    }

    /**
     * Adds or leaves out the account's own images.
     *
     * @param included false to leave them out; the service includes them by default
     * @return this
     */
    public ImageQuery includePrivate(boolean included) {
        privateImages = included;
        return this;
    }

    /**
     * Adds manifest lists, which name one image per platform.
     *
     * @param included true to have them; the service leaves them out by default
     * @return this
     */
    public ImageQuery includeManifestLists(boolean included) {
        manifestLists = included;
        return this;
    }

    /**
     * Adds what Vulnerability Advisor found.
     *
     * @param included true to have it
     * @return this
     */
    public ImageQuery vulnerabilities(boolean included) {
        vulnerabilities = included;
        return this;
    }

    Call onto(Call call) {
        return call.query("namespace", namespace)
                .query("repository", repository)
                .query("includeIBM", ibm)
                .query("includePrivate", privateImages)
                .query("includeManifestLists", manifestLists)
                .query("vulnerabilities", vulnerabilities);
    }
}
