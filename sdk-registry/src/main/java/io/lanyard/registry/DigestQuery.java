package io.lanyard.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registry: which images a list by digest shall hold; all private ones of the account when nothing is said. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class DigestQuery {

    private @Nullable Boolean excludeTagged;
    private @Nullable Boolean excludeVa;
    private @Nullable Boolean includeIbm;
    private @Nullable List<String> repositories;

    DigestQuery() {}

    /**
     * Leaves out images that have a tag.
     *
     * @param excluded true to list untagged images only
     * @return this
     */
    public DigestQuery excludeTagged(boolean excluded) {
        excludeTagged = excluded;
        return this;
    }

    /**
     * Leaves out what Vulnerability Advisor found.
     *
     * @param excluded true to leave it out, which is quicker
     * @return this
     */
    public DigestQuery excludeVulnerabilities(boolean excluded) {
        excludeVa = excluded;
        return this;
    }

    /**
     * Adds the public images that IBM provides.
     *
     * @param included true to have them
     * @return this
     */
    public DigestQuery includeIbm(boolean included) {
        includeIbm = included;
        return this;
    }

    /**
     * Keeps to some repositories.
     *
     * @param paths each {@code namespace/repository}
     * @return this
     */
    public DigestQuery repositories(String... paths) {
        repositories = List.of(paths);
        return this;
    }
}
