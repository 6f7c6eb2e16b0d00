package io.lanyard.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registry: how a deletion of many images went, image by image.
 *
 * @param success the images that are gone
 * @param error   the images that stayed, and why
 */
public record BulkDeletion(List<String> success, Map<String, Reason> error) {

    /**
     * Why an image stayed.
     *
     * @param code    the registry's code, {@code CRG…}
     * @param message its sentence
     */
    public record Reason(Optional<String> code, Optional<String> message) {}
}
