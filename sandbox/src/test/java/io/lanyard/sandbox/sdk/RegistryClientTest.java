// Room: sandbox / tests. Every operation of the registry client, for real.
package io.lanyard.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ApiException;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.NotFoundException;
import io.lanyard.registry.Image;
import io.lanyard.registry.ImageRef;
import io.lanyard.registry.NamespaceDetails;
import io.lanyard.registry.Plan;
import io.lanyard.registry.Region;
import io.lanyard.registry.RegistryClient;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.registry.TestImage;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class RegistryClientTest {

    private static final TestImage HELLO = TestImage.saying("hello", "2026-01-01T00:00:00Z", "amd64");
    private static final TestImage HELLO_AGAIN = TestImage.saying("hello again", "2026-01-02T00:00:00Z", "amd64");

    private RegistryClient registry;

    @BeforeEach
    void meet(IbmCloud cloud) {
        registry = RegistryClient.in(cloud, Region.US_SOUTH);
    }

    @Test
    void enforcesForGood() {
        registry.enforcement().enable();

        assertThat(registry.enforcement().get().enforcesPolicies()).isTrue();
        assertThatThrownBy(() -> registry.enforcement().update(e -> e.iamAuthz(false)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("updateAuth");
        assertThat(registry.enforcement().get().enforcesPolicies()).isTrue();
    }

    @Test
    void aNamespaceLivesFromCreationToDeletion(IbmCloud cloud) {
        assertThat(registry.namespaces().create("my_namespace").existed()).isFalse();
        assertThat(registry.namespaces().create("my_namespace").existed()).isTrue();

        assertThat(registry.namespaces().list()).containsExactly("my_namespace");
        assertThat(RegistryClient.in(cloud, Region.EU_GB).namespaces().list()).isEmpty();
        assertThat(registry.namespaces().details())
                .extracting(NamespaceDetails::name, d -> d.account().orElseThrow())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("my_namespace", cloud.requireAccount()));

        registry.namespaces().delete("my_namespace");
        assertThat(registry.namespaces().list()).isEmpty();
    }

    @Test
    void refusesANamespaceThatIsNone() {
        assertThatThrownBy(() -> registry.namespaces().create("No")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> registry.namespaces().delete("not_there")).isInstanceOf(ApiException.class);
    }

    @Test
    void assignsANamespaceToAResourceGroupOnce(IbmCloud cloud) {
        var groups = new ResourcesClient(cloud).groups();
        var group = groups.create(cloud.requireAccount(), "images").id();
        var other = groups.create(cloud.requireAccount(), "other").id();
        registry.namespaces().create("grouped", n -> n.resourceGroup(group.value()));

        var details = registry.namespaces().details().get(0);

        assertThat(details.resourceGroup()).contains(group.value());
        assertThat(details.crn().orElseThrow().resource()).isEqualTo("grouped");
        assertThatThrownBy(() -> registry.namespaces().assign("grouped", other.value()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("can't be moved");
    }

    @Test
    void listsAndInspectsWhatWasPushed(Sandbox sandbox) throws IOException, InterruptedException {
        var image = pushed(sandbox, HELLO, "3.6");

        var listed = registry.images().list(q -> q.namespace("my_namespace"));
        assertThat(listed).extracting(Image::id).isNotEmpty();
        assertThat(listed.get(0).repoTags())
                .extracting(ImageRef::parse)
                .containsExactly(ImageRef.parse("us.icr.io/my_namespace/hello-world:3.6"));
        assertThat(registry.images().list(q -> q.repository("my_namespace/other")))
                .isEmpty();

        var inspected = registry.images().inspect(image);
        assertThat(inspected.architecture()).contains("amd64");
        assertThat(inspected.author()).contains("Lanyard");
        assertThat(inspected.config().orElseThrow().cmd()).containsExactly("/hello");

        var manifest = registry.images().manifest(image);
        assertThat(manifest.mediaType()).startsWith(MediaTypes.OCI_MANIFEST);
        assertThat(manifest.bytes()).isEqualTo(HELLO.manifest());

        var digests = registry.images().digests(q -> q.repositories("us.icr.io/my_namespace/hello-world"));
        assertThat(digests).extracting(d -> d.id().orElseThrow()).containsExactly(digest(HELLO));
    }

    @Test
    void tagsUntagsAndDeletes(Sandbox sandbox) throws IOException, InterruptedException {
        var image = pushed(sandbox, HELLO, "3.6");
        var latest = image.withTag("latest");

        registry.images().tag(image, latest);
        assertThat(registry.images().manifest(latest).bytes()).isEqualTo(HELLO.manifest());

        registry.images().untag(latest);
        assertThatThrownBy(() -> registry.images().inspect(latest)).isInstanceOf(NotFoundException.class);

        registry.images().delete(image);
        assertThat(registry.images().list()).isEmpty();
    }

    @Test
    void deletesManyAndTellsWhichStayed(Sandbox sandbox) throws IOException, InterruptedException {
        var image = pushed(sandbox, HELLO, "3.6");
        var missing = image.withTag("none");

        var result = registry.images().bulkDelete(List.of(image, missing));

        assertThat(result.success()).containsExactly(image.toString());
        assertThat(result.error()).containsOnlyKeys(missing.toString());
        assertThat(result.error().values())
                .allSatisfy(reason -> assertThat(reason.message()).isPresent());
    }

    @Test
    void bringsBackFromTheTrash(Sandbox sandbox) throws IOException, InterruptedException {
        var image = pushed(sandbox, HELLO, "3.6");
        registry.images().delete(image);

        var trash = registry.trash().list("my_namespace");
        assertThat(trash.values()).allSatisfy(it -> {
            assertThat(it.daysUntilExpiry().orElseThrow()).isBetween(29, 30);
            assertThat(it.tags()).hasSize(1);
        });

        var byDigest = ImageRef.parse(trash.keySet().iterator().next());
        assertThat(byDigest.digest()).contains(digest(HELLO));
        assertThat(registry.trash().restoreTags(byDigest).successful()).isNotEmpty();
        assertThat(registry.trash().list()).isEmpty();
        assertThat(registry.images().manifest(image).bytes()).isEqualTo(HELLO.manifest());

        registry.images().delete(image);
        registry.trash().restoreImage(image);
        assertThat(registry.images().manifest(image).bytes()).isEqualTo(HELLO.manifest());
    }

    @Test
    void keepsTheNewestImages(Sandbox sandbox) throws IOException, InterruptedException {
        pushed(sandbox, HELLO, "1");
        var newest = pushed(sandbox, HELLO_AGAIN, "2");

        var losses = registry.retention().analyze("my_namespace", r -> r.imagesPerRepo(1));
        assertThat(losses.values())
                .allSatisfy(lost -> assertThat(lost).singleElement().asString().contains(digest(HELLO)));

        registry.retention().set("my_namespace", r -> r.imagesPerRepo(1).retainUntagged(false));
        assertThat(registry.retention().get("my_namespace").imagesPerRepo()).contains(1);
        assertThat(registry.retention().list()).containsOnlyKeys("my_namespace");
        assertThat(registry.images().list()).hasSize(1);
        assertThat(registry.images().manifest(newest).bytes()).isEqualTo(HELLO_AGAIN.manifest());
    }

    @Test
    void keepsAccountWideChoices() {
        assertThat(registry.plan().get()).isEqualTo(Plan.FREE);
        assertThat(registry.quota().get().limit().orElseThrow().storageBytes()).contains(512L << 20);
        registry.plan().set(Plan.STANDARD);
        assertThat(registry.plan().get()).isEqualTo(Plan.STANDARD);

        registry.quota().set(q -> q.storageMegabytes(10).trafficMegabytes(20));
        assertThat(registry.quota().get().limit().orElseThrow().storageBytes()).contains(10L << 20);

        registry.settings().update(s -> s.platformMetrics(true));
        assertThat(registry.settings().get().platformMetrics()).contains(true);

        assertThat(registry.messages().get().orElse("")).isNotNull();
    }

    private ImageRef pushed(Sandbox sandbox, TestImage content, String tag) throws IOException, InterruptedException {
        registry.namespaces().create("my_namespace");
        var image = registry.image("my_namespace", "hello-world").withTag(tag);
        Push.of(sandbox, content, image);
        return image;
    }

    private static String digest(TestImage image) {
        return image.digest().toString();
    }
}
