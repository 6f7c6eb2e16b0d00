package io.lanyard.registry;

import java.util.List;

/**
 * Registry: which tags came back from the trash with a digest.
 *
 * @param successful   the tags that point to it again
 * @param unsuccessful the tags that didn't come back, because they point to another image by now
 */
public record RestoredTags(List<String> successful, List<String> unsuccessful) {}
