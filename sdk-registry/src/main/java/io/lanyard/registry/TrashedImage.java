package io.lanyard.registry;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Optional;

/**
 * Registry: a deleted image that can still be restored.
 *
 * @param daysUntilExpiry days until it is gone for good; deleted images stay 30 days
 * @param tags            the tags it had
 */
public record TrashedImage(
        @SerializedName("daysUntilExpiry") Optional<Integer> daysUntilExpiry, List<String> tags) {}
