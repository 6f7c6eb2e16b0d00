// Registry, tests: plan, quota, retention, trash, settings, messages.
package io.lanyard.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest extends Wired {

    @Test
    void getsAndSetsThePlan() {
        answers(200, "{\"plan\": \"Standard\"}");

        assertThat(registry.plan().get()).isEqualTo(Plan.STANDARD);
        assertThat(sent()).isEqualTo("GET /api/v1/plans" + HEADERS);

        registry.plan().set(Plan.of("Enterprise"));
        assertThat(sent()).isEqualTo("PATCH /api/v1/plans" + HEADERS + "\n\n{\"plan\":\"Enterprise\"}");
    }

    @Test
    void getsAndSetsTheQuota() {
        answers(200, """
                {"limit": {"storage_bytes": 536870912, "traffic_bytes": -1}, "usage": {"storage_bytes": 7}}
                """);

        var quota = registry.quota().get();
        assertThat(quota.limit()).contains(new Quota.Amount(Optional.of(536_870_912L), Optional.of(-1L)));
        assertThat(quota.usage()).contains(new Quota.Amount(Optional.of(7L), Optional.empty()));
        assertThat(sent()).isEqualTo("GET /api/v1/quotas" + HEADERS);

        registry.quota().set(q -> q.storageMegabytes(500).trafficMegabytes(4900));
        assertThat(sent())
                .isEqualTo("PATCH /api/v1/quotas" + HEADERS
                        + "\n\n{\"storage_megabytes\":500,\"traffic_megabytes\":4900}");
    }

    @Test
    void listsAndGetsRetentionPolicies() {
        answers(200, "{\"a\": {\"namespace\": \"a\", \"images_per_repo\": 10, \"retain_untagged\": false}}");

        assertThat(registry.retention().list())
                .containsOnly(Map.entry("a", new RetentionPolicy("a", Optional.of(10), Optional.of(false))));
        assertThat(sent()).isEqualTo("GET /api/v1/retentions" + HEADERS);

        answers(200, "{\"namespace\": \"a\"}");

        assertThat(registry.retention().get("a"))
                .isEqualTo(new RetentionPolicy("a", Optional.empty(), Optional.empty()));
        assertThat(sent()).isEqualTo("GET /api/v1/retentions/a" + HEADERS);
    }

    @Test
    void setsARetentionPolicy() {
        answers(201, "");

        registry.retention().set("a", r -> r.imagesPerRepo(-1).retainUntagged(true));

        assertThat(sent())
                .isEqualTo("POST /api/v1/retentions" + HEADERS
                        + "\n\n{\"namespace\":\"a\",\"images_per_repo\":-1,\"retain_untagged\":true}");
    }

    @Test
    void analyzesARetentionPolicy() {
        answers(200, "{\"us.icr.io/a/r\": [\"sha256:1\", \"sha256:2\"]}");

        var losses = registry.retention().analyze("a", r -> r.imagesPerRepo(1));

        assertThat(losses).containsOnly(Map.entry("us.icr.io/a/r", List.of("sha256:1", "sha256:2")));
        assertThat(sent())
                .isEqualTo("POST /api/v1/retentions/analyze" + HEADERS
                        + "\n\n{\"namespace\":\"a\",\"images_per_repo\":1}");
    }

    @Test
    void listsTheTrash() {
        answers(200, "{\"us.icr.io/a/r@sha256:1\": {\"daysUntilExpiry\": 29, \"tags\": [\"3.6\"]}}");

        assertThat(registry.trash().list())
                .containsOnly(Map.entry("us.icr.io/a/r@sha256:1", new TrashedImage(Optional.of(29), List.of("3.6"))));
        assertThat(sent()).isEqualTo("GET /api/v1/trash" + HEADERS);

        registry.trash().list("a");
        assertThat(sent()).isEqualTo("GET /api/v1/trash?namespace=a" + HEADERS);
    }

    @Test
    void restoresFromTheTrash() {
        answers(200, "{\"successful\": [\"3.6\"], \"unsuccessful\": [\"latest\"]}");

        var restored = registry.trash().restoreTags(ImageRef.parse("us.icr.io/a/r@" + DIGEST));
        assertThat(restored).isEqualTo(new RestoredTags(List.of("3.6"), List.of("latest")));
        assertThat(sent())
                .isEqualTo("POST /api/v1/trash/us.icr.io%2Fa%2Fr%40" + DIGEST.replace(":", "%3A") + "/restoretags"
                        + HEADERS);

        registry.trash().restoreImage(IMAGE);
        assertThat(sent()).isEqualTo("POST /api/v1/trash/" + IMAGE_SEGMENT + "/restore" + HEADERS);
    }

    @Test
    void getsAndChangesSettings() {
        answers(200, "{\"platform_metrics\": true}");

        assertThat(registry.settings().get().platformMetrics()).contains(true);
        assertThat(sent()).isEqualTo("GET /api/v1/settings" + HEADERS);

        answersNoContent();

        registry.settings().update(s -> s.platformMetrics(false));
        assertThat(sent()).isEqualTo("PATCH /api/v1/settings" + HEADERS + "\n\n{\"platform_metrics\":false}");
    }

    @Test
    void getsTheMessageWithoutNamingAnAccount() {
        answers(200, "\"maintenance on Sunday\"");

        assertThat(registry.messages().get()).contains("maintenance on Sunday");
        assertThat(sent()).isEqualTo("GET /api/v1/messages\nAuthorization: Bearer token");

        answersNoContent();

        assertThat(registry.messages().get()).isEmpty();
    }
}
