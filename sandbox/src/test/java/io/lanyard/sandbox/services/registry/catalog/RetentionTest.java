// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.Descriptor;
import io.lanyard.sandbox.services.registry.oci.Manifest;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which images a policy deletes, by IBM's rules. */
class RetentionTest {
    private static final Instant PUSHED = Instant.parse("2026-11-21T04:00:00Z");
    private Repository repository = Repository.empty(new RepositoryName("team-a/app"));

    private Digest image(String name, String created, String... tags) {
        var config = descriptor(name + " config");
        var manifest = new Manifest.Image(MediaTypes.OCI_MANIFEST, config, List.of(), Optional.empty(), Map.of(), "");
        return add(name, created, manifest, tags);
    }

    private Digest add(String name, String created, Manifest manifest, String... tags) {
        var digest = Digest.of(name.getBytes(UTF_8));
        var date = created.isEmpty() ? Optional.<Instant>empty() : Optional.of(Instant.parse(created));
        repository = repository.withImage(new Image(digest, manifest, 100, 1000, date, Map.of(), PUSHED));
        for (var tag : tags) {
            repository = repository.withTag(tag, digest);
        }
        return digest;
    }

    private static Descriptor descriptor(String name) {
        return new Descriptor("application/json", Digest.of(name.getBytes(UTF_8)), 10);
    }

    private List<Digest> doomed(long keep, boolean retainUntagged) {
        return new Retention("team-a", keep, retainUntagged).doomed(repository);
    }

    @Test
    void theNewestByTheDateTheyWereBuiltStay() {
        var newest = image("a", "2026-03-01T00:00:00Z", "1");
        var oldest = image("b", "2026-01-01T00:00:00Z", "2");
        var middle = image("c", "2026-02-01T00:00:00Z", "3");

        assertThat(doomed(3, false)).isEmpty();
        assertThat(doomed(2, false)).containsExactly(oldest);
        assertThat(doomed(1, false)).containsExactly(middle, oldest);
        assertThat(doomed(0, false)).containsExactly(newest, middle, oldest);
    }

    @Test
    void severalTagsOnOneImageCountOnce() {
        image("a", "2026-03-01T00:00:00Z", "1", "latest", "stable");
        image("b", "2026-02-01T00:00:00Z", "0.9");

        assertThat(doomed(2, false)).isEmpty();
    }

    @Test
    void imagesWithoutADateOrWithAFixedOldOneAreKeptAndNotCounted() {
        image("distroless", "", "a");
        image("buildpack", "1980-01-01T00:00:01Z", "b");
        image("justBefore", "2013-01-19T00:13:38Z", "c");
        var dated = image("x", "2013-01-19T00:13:39Z", "d");

        assertThat(doomed(1, false)).isEmpty();
        assertThat(doomed(0, false)).containsExactly(dated);
    }

    @Test
    void untaggedImagesGoUnlessTheyAreRetained() {
        var untagged = image("a", "2026-03-01T00:00:00Z");
        var tagged = image("b", "2026-02-01T00:00:00Z", "1");

        assertThat(doomed(1, false)).containsExactly(untagged);
        assertThat(doomed(0, true)).containsExactly(tagged);
        assertThat(doomed(Retention.ALL, false)).isEmpty();
    }

    @Test
    void anIndexThatStaysKeepsTheImagesItNames() {
        var arm = image("arm64", "2026-03-01T00:00:00Z");
        var amd = image("amd64", "2026-03-01T00:00:00Z");
        var index = new Manifest.Index(
                MediaTypes.OCI_INDEX,
                List.of(descriptor("arm64"), descriptor("amd64")),
                Optional.empty(),
                Map.of(),
                "");
        add("index", "", index, "multi");

        assertThat(doomed(0, false)).doesNotContain(arm, amd).isEmpty();
    }

    @Test
    void deletedImagesWaitThirtyDaysInTheTrashAndTakeTheirContentAlong() {
        var image = image("a", "2026-03-01T00:00:00Z", "1", "latest");
        repository = repository
                .withBlob(descriptor("a config").digest(), 10)
                .withBlob(descriptor("other").digest(), 10);

        repository = repository.delete(image, PUSHED);

        assertThat(repository.images()).isEmpty();
        assertThat(repository.tags()).isEmpty();
        var trashed = Optional.ofNullable(repository.trash().get(image)).orElseThrow();
        assertThat(trashed.tags()).containsExactlyInAnyOrder("1", "latest");
        assertThat(trashed.daysLeft(PUSHED)).isEqualTo(30);
        assertThat(trashed.daysLeft(PUSHED.plusSeconds(1))).isEqualTo(30);
        assertThat(trashed.daysLeft(PUSHED.plusSeconds(86_400))).isEqualTo(29);
        assertThat(trashed.expired(PUSHED.plus(Trashed.KEPT).minusSeconds(1))).isFalse();
        assertThat(trashed.expired(PUSHED.plus(Trashed.KEPT))).isTrue();

        repository = repository.purge(java.util.Set.of(image));
        assertThat(repository.blobs()).containsOnlyKeys(descriptor("other").digest());
        assertThat(repository.held()).containsExactly(descriptor("other").digest());
    }
}
