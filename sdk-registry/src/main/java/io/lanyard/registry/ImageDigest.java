package io.lanyard.registry;

import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import io.lanyard.core.json.EpochSecondsAdapter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Registry: an image as the list by digest shows it.
 *
 * @param id           its digest
 * @param created      when it was built, by its own configuration
 * @param size         bytes of its layers as stored
 * @param manifestType the media type of its manifest
 * @param repoTags     repository, then tag, then what Vulnerability Advisor found there
 */
public record ImageDigest(
        Optional<String> id,
        @JsonAdapter(EpochSecondsAdapter.class) Optional<Instant> created,
        Optional<Long> size,
        @SerializedName("manifestType") Optional<String> manifestType,
        @SerializedName("repoTags") Map<String, Map<String, VulnerabilityReport>> repoTags) {}
