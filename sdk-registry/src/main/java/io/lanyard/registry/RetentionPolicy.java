package io.lanyard.registry;

import java.util.Optional;

/**
 * Registry: which images of a namespace are kept when it is tidied up.
 *
 * @param namespace      the namespace it is for
 * @param imagesPerRepo  how many of the newest images stay in each repository; -1 keeps all
 * @param retainUntagged whether images without a tag stay, too
 */
public record RetentionPolicy(String namespace, Optional<Integer> imagesPerRepo, Optional<Boolean> retainUntagged) {}
