package io.lanyard.registry;

import com.google.gson.annotations.SerializedName;
import java.util.Optional;

/**
 * Registry: what a deletion took away.
 *
 * @param untagged the name that no longer points to an image
 */
public record DeletedImage(@SerializedName("Untagged") Optional<String> untagged) {}
