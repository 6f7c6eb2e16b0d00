// Room: sandbox / object storage tests. Quota and events of a bucket.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static StorageScene scene;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    private static Http.Answer configure(String bucket, Object body, String... headers) {
        return Actor.owner(scene.sandbox, scene.account)
                .send("PATCH", "/v1/b/" + bucket, String.valueOf(body), headers);
    }

    @Test
    void aQuotaIsHard() {
        scene.owner.bucket("small");
        scene.owner.put("/small/k", "12345");
        assertThat(configure("small", Actor.json("hard_quota", 10)).status()).isEqualTo(204);

        assertThat(scene.owner.put("/small/more", "123456").problem()).isEqualTo("403 QuotaExceeded");
        assertThat(scene.owner.put("/small/more", "12345").status()).isEqualTo(200);
        assertThat(scene.owner
                        .put("/small/copy", "", "x-amz-copy-source", "/small/k")
                        .problem())
                .isEqualTo("403 QuotaExceeded");
        scene.owner.delete("/small/more");
        assertThat(scene.owner
                        .put("/small/copy", "", "x-amz-copy-source", "/small/k")
                        .status())
                .isEqualTo(200);
        var shown = Actor.owner(scene.sandbox, scene.account).get("/v1/b/small");
        assertThat(shown.json().get("hard_quota").getAsLong()).isEqualTo(10);
        assertThat(shown.json().get("bytes_used").getAsLong()).isEqualTo(10);
        assertThat(shown.json().get("object_count").getAsLong()).isEqualTo(2);
        assertThat(shown.json().get("crn").getAsString()).endsWith(":bucket:small");
        assertThat(configure("small", Actor.json("hard_quota", 0)).status()).isEqualTo(204);
        assertThat(scene.owner.put("/small/more", "123456").status()).isEqualTo(200);
    }

    @Test
    void configurationIsChangedByWhoMayAndOnlyWhatIsEnforced() {
        scene.owner.bucket("configured");
        assertThat(configure("configured", Actor.json("firewall", Actor.json("allowed_ip", Actor.array())))
                        .text())
                .contains("doesn't enforce 'firewall'");
        assertThat(configure(
                                "configured",
                                Actor.json("activity_tracking", Actor.json("activity_tracker_crn", "crn:v1")))
                        .status())
                .isEqualTo(400);
        assertThat(configure("configured", Actor.json("hard_quota", -1)).status())
                .isEqualTo(400);
        assertThat(configure("configured", Actor.json("hard_quota", 1), "If-Match", "old")
                        .status())
                .isEqualTo(412);
        assertThat(configure("no-such-bucket-here", Actor.json("hard_quota", 1)).status())
                .isEqualTo(404);
        var policy = scene.grant(0, "iam::::serviceRole:Writer", "configured");
        var ada = Actor.member(scene.sandbox, scene.account, 0);
        assertThat(ada.send("PATCH", "/v1/b/configured", "{\"hard_quota\":1}").status())
                .isEqualTo(403);
        assertThat(ada.send("PATCH", "/v1/b/configured", "{\"activity_tracking\":{\"write_data_events\":false}}")
                        .status())
                .isEqualTo(204);
        assertThat(ada.get("/v1/b/configured").status()).isEqualTo(200);
        scene.removePolicy(policy);
        assertThat(ada.get("/v1/b/configured").status()).isEqualTo(403);

        scene.owner.put("/configured/unseen", "x");
        scene.owner.get("/configured/unseen");
        assertThat(scene.sandbox.events(scene.account.id()))
                .noneMatch(event -> event.target().name().equals("configured/unseen")
                        && event.action().equals("cloud-object-storage.object.create"))
                .anyMatch(event -> event.target().name().equals("configured/unseen")
                        && event.action().equals("cloud-object-storage.object.read"));
        assertThat(scene.event("resource-configuration.update").target().name()).isEqualTo("configured");
    }
}
