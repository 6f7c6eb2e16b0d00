package io.lanyard.registry;

import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import io.lanyard.core.json.EpochSecondsAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registry: an image as the list shows it, in the terms of docker's own API.
 *
 * @param id                      the id of its configuration
 * @param parentId                the id of the image it was built on
 * @param created                 when it was built, by its own configuration
 * @param size                    bytes of its layers as stored
 * @param virtualSize             bytes including what it shares with others
 * @param manifestType            the media type of its manifest
 * @param repoTags                its names by tag; {@link ImageRef#parse} reads them
 * @param repoDigests             its names by digest
 * @param digestTags              the tags of each digest
 * @param labels                  its labels
 * @param vulnerable              the verdict of Vulnerability Advisor, when asked for
 * @param issueCount              issues found, when asked for
 * @param vulnerabilityCount      vulnerabilities among them
 * @param configurationIssueCount questionable settings among them
 * @param exemptIssueCount        issues that an exemption covers
 */
public record Image(
        @SerializedName("Id") Optional<String> id,
        @SerializedName("ParentId") Optional<String> parentId,

        @SerializedName("Created") @JsonAdapter(EpochSecondsAdapter.class)
        Optional<Instant> created,

        @SerializedName("Size") Optional<Long> size,
        @SerializedName("VirtualSize") Optional<Long> virtualSize,
        @SerializedName("ManifestType") Optional<String> manifestType,
        @SerializedName("RepoTags") List<String> repoTags,
        @SerializedName("RepoDigests") List<String> repoDigests,
        @SerializedName("DigestTags") Map<String, List<String>> digestTags,
        @SerializedName("Labels") Map<String, String> labels,
        @SerializedName("Vulnerable") Optional<String> vulnerable,
        @SerializedName("IssueCount") Optional<Integer> issueCount,
        @SerializedName("VulnerabilityCount") Optional<Integer> vulnerabilityCount,
        @SerializedName("ConfigurationIssueCount") Optional<Integer> configurationIssueCount,
        @SerializedName("ExemptIssueCount") Optional<Integer> exemptIssueCount) {}
