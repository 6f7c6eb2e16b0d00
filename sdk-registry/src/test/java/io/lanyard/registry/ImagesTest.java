// Registry, tests: every operation on images and tags.
package io.lanyard.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagesTest extends Wired {

    @Test
    void lists() {
        answers(200, """
                [{"Id": "sha256:1", "ParentId": "sha256:0", "Created": 1728050700, "Size": 1234, "VirtualSize": 2345,
                  "ManifestType": "application/vnd.oci.image.manifest.v1+json",
                  "RepoTags": ["us.icr.io/my_namespace/hello-world:3.6"], "RepoDigests": ["us.icr.io/my_namespace/hello-world@d"],
                  "DigestTags": {"us.icr.io/my_namespace/hello-world@d": ["3.6"]}, "Labels": {"team": "a"},
                  "Vulnerable": "false", "IssueCount": 4, "VulnerabilityCount": 3, "ConfigurationIssueCount": 2,
                  "ExemptIssueCount": 1},
                 {"RepoTags": null}]
                """);

        var images = registry.images().list();

        assertThat(sent()).isEqualTo("GET /api/v1/images" + HEADERS);
        var image = images.get(0);
        assertThat(image.id()).contains("sha256:1");
        assertThat(image.parentId()).contains("sha256:0");
        assertThat(image.created()).contains(Instant.parse("2024-10-04T14:05:00Z"));
        assertThat(image.size()).contains(1234L);
        assertThat(image.virtualSize()).contains(2345L);
        assertThat(image.manifestType()).contains("application/vnd.oci.image.manifest.v1+json");
        assertThat(image.repoTags()).extracting(ImageRef::parse).containsExactly(IMAGE);
        assertThat(image.repoDigests()).hasSize(1);
        assertThat(image.digestTags()).containsOnly(Map.entry("us.icr.io/my_namespace/hello-world@d", List.of("3.6")));
        assertThat(image.labels()).containsEntry("team", "a");
        assertThat(image.vulnerable()).contains("false");
        assertThat(image.issueCount()).contains(4);
        assertThat(image.vulnerabilityCount()).contains(3);
        assertThat(image.configurationIssueCount()).contains(2);
        assertThat(image.exemptIssueCount()).contains(1);
        assertThat(images.get(1).repoTags()).isEmpty();
    }

    @Test
    void listsWithEveryParameter() {
        answers(200, "[]");

        registry.images()
                .list(q -> q.namespace("my_namespace")
                        .repository("my_namespace/hello-world")
                        .includeIbm(true)
                        .includePrivate(false)
                        .includeManifestLists(true)
                        .vulnerabilities(false));

        assertThat(sent())
                .isEqualTo(
                        "GET /api/v1/images?namespace=my_namespace&repository=my_namespace%2Fhello-world&includeIBM=true"
                                + "&includePrivate=false&includeManifestLists=true&vulnerabilities=false" + HEADERS);
    }

    @Test
    void listsDigests() {
        answers(200, """
                [{"id": "sha256:1", "created": 1728050700, "size": 12, "manifestType": "m",
                  "repoTags": {"us.icr.io/my_namespace/hello-world": {"3.6": {"vulnerable": "true", "issueCount": 4,
                    "vulnerabilityCount": 3, "configurationIssueCount": 2, "exemptIssueCount": 1}}}}]
                """);

        var digests = registry.images()
                .digests(q -> q.excludeTagged(false)
                        .excludeVulnerabilities(true)
                        .includeIbm(false)
                        .repositories("us.icr.io/my_namespace/hello-world"));

        assertThat(sent())
                .isEqualTo("POST /api/v1/images/digests" + HEADERS
                        + "\n\n{\"exclude_tagged\":false,\"exclude_va\":true,\"include_ibm\":false,"
                        + "\"repositories\":[\"us.icr.io/my_namespace/hello-world\"]}");
        var digest = digests.get(0);
        assertThat(digest.id()).contains("sha256:1");
        assertThat(digest.created()).contains(Instant.parse("2024-10-04T14:05:00Z"));
        assertThat(digest.size()).contains(12L);
        assertThat(digest.manifestType()).contains("m");
        assertThat(digest.repoTags().get("us.icr.io/my_namespace/hello-world"))
                .containsEntry(
                        "3.6",
                        new VulnerabilityReport(
                                Optional.of("true"), Optional.of(4), Optional.of(3), Optional.of(2), Optional.of(1)));
    }

    @Test
    void inspects() {
        answers(200, INSPECTION);

        var image = registry.images().inspect(IMAGE);

        assertThat(sent()).isEqualTo("GET /api/v1/images/" + IMAGE_SEGMENT + "/json" + HEADERS);
        assertThat(image.architecture()).contains("amd64");
        assertThat(image.created()).contains("2024-10-04T14:05:06.789123456Z");
        assertThat(image.rootFs().orElseThrow().layers()).containsExactly("sha256:l1", "sha256:l2");
        var config = image.config().orElseThrow();
        assertThat(config.cmd()).containsExactly("/hello");
        assertThat(config.entrypoint()).isEmpty();
        assertThat(config.env()).containsExactly("PATH=/bin");
        assertThat(config.exposedPorts()).containsExactly("80/tcp");
        assertThat(config.volumes()).containsExactly("/data");
        assertThat(image.containerConfig().orElseThrow().exposedPorts()).isEmpty();
        assertThat(config.labels()).containsEntry("team", "a");
        assertThat(config.stopTimeout()).contains(10);
        var healthcheck = config.healthcheck().orElseThrow();
        assertThat(healthcheck.test()).containsExactly("CMD", "/ok");
        assertThat(healthcheck.interval()).contains(30_000_000_000L);
    }

    @Test
    void getsAManifestByteForByte() {
        var manifest = "{\n   \"schemaVersion\" : 2 }\n";
        wire.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                        .withBody(manifest)));

        var read = registry.images().manifest(IMAGE);

        assertThat(sent()).isEqualTo("GET /api/v1/images/" + IMAGE_SEGMENT + "/manifest" + HEADERS);
        assertThat(read.mediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        assertThat(read.bytes()).isEqualTo(manifest.getBytes(StandardCharsets.UTF_8));
        assertThat(read.text()).isEqualTo(manifest);
        assertThat(read)
                .isEqualTo(registry.images().manifest(IMAGE))
                .hasSameHashCodeAs(registry.images().manifest(IMAGE));
        assertThat(read).hasToString("ImageManifest[application/vnd.oci.image.manifest.v1+json, 27 bytes]");
    }

    @Test
    void deletes() {
        answers(200, "{\"Untagged\": \"us.icr.io/my_namespace/hello-world:3.6\"}");

        var deleted = registry.images().delete(IMAGE);

        assertThat(deleted.untagged()).contains(IMAGE.toString());
        assertThat(sent()).isEqualTo("DELETE /api/v1/images/" + IMAGE_SEGMENT + HEADERS);
    }

    @Test
    void deletesManyByTheBareListOfTheirNames() {
        answers(200, "{\"success\": [\"a\"], \"error\": {\"b\": {\"code\": \"CRG0001E\", \"message\": \"gone\"}}}");

        var result = registry.images().bulkDelete(List.of(IMAGE, IMAGE.withDigest(DIGEST)));

        assertThat(result.success()).containsExactly("a");
        assertThat(result.error())
                .containsOnly(Map.entry("b", new BulkDeletion.Reason(Optional.of("CRG0001E"), Optional.of("gone"))));
        assertThat(sent())
                .isEqualTo("POST /api/v1/images/bulkdelete" + HEADERS
                        + "\n\n[\"us.icr.io/my_namespace/hello-world:3.6\",\"us.icr.io/my_namespace/hello-world:3.6@"
                        + DIGEST
                        + "\"]");
    }

    @Test
    void tags() {
        answers(201, "");

        registry.images().tag(IMAGE, IMAGE.withTag("latest"));

        assertThat(sent())
                .isEqualTo("POST /api/v1/images/tags?fromimage=" + IMAGE_SEGMENT
                        + "&toimage=us.icr.io%2Fmy_namespace%2Fhello-world%3Alatest" + HEADERS);
    }

    @Test
    void untags() {
        answers(200, "{\"Untagged\": \"us.icr.io/my_namespace/hello-world:3.6\"}");

        assertThat(registry.images().untag(IMAGE).untagged()).isPresent();

        assertThat(sent()).isEqualTo("DELETE /api/v1/tags/" + IMAGE_SEGMENT + HEADERS);
    }

    private static final String INSPECTION = """
            {"Id": "sha256:1", "Architecture": "amd64", "Os": "linux", "OsVersion": "1", "Author": "a", "Comment": "c",
             "Container": "k", "Created": "2024-10-04T14:05:06.789123456Z", "DockerVersion": "27", "ManifestType": "m",
             "Parent": "p", "Size": 1, "VirtualSize": 2,
             "RootFS": {"Type": "layers", "BaseLayer": "b", "Layers": ["sha256:l1", "sha256:l2"]},
             "ContainerConfig": {},
             "Config": {"ArgsEscaped": true, "AttachStderr": true, "AttachStdin": false, "AttachStdout": true, "Cmd": ["/hello"],
               "Domainname": "d", "Entrypoint": null, "Env": ["PATH=/bin"], "ExposedPorts": {"80/tcp": {}},
               "Healthcheck": {"Test": ["CMD", "/ok"], "Interval": 30000000000, "Timeout": 1, "Retries": 3},
               "Hostname": "h", "Image": "i", "Labels": {"team": "a"}, "MacAddress": "m", "NetworkDisabled": false,
               "OnBuild": [], "OpenStdin": false, "Shell": ["sh"], "StdinOnce": false, "StopSignal": "SIGTERM",
               "StopTimeout": 10, "Tty": false, "User": "u", "Volumes": {"/data": {}}, "WorkingDir": "/"}}
            """;
}
