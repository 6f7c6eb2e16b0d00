// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.registry.ImageName;
import io.lanyard.sandbox.services.registry.catalog.Image;
import io.lanyard.sandbox.services.registry.catalog.ImageFacts;
import io.lanyard.sandbox.services.registry.catalog.RegionCatalog;
import io.lanyard.sandbox.services.registry.catalog.Repository;
import io.lanyard.sandbox.services.registry.oci.Manifest;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the API shows images. The capital letters are the API's own. */
final class ImageViews {
    private ImageViews() {}

    /** One entry of {@code GET /images}; an image that doesn't say when it was built shows 1970. */
    static JsonObject listed(Repository repository, Image image, String region) {
        var tags = strings(Images.tags(repository, image, region));
        var json = new JsonObject();
        json.addProperty("Id", id(image));
        json.addProperty("ParentId", "");
        json.add("RepoTags", tags);
        json.add("RepoDigests", strings(Stream.of(ImageName.digested(region, repository.name(), image.digest()))));
        var byDigest = new JsonObject();
        byDigest.add(image.digest().toString(), tags.deepCopy());
        json.add("DigestTags", byDigest);
        json.addProperty("Created", created(image));
        json.addProperty("Size", image.size());
        json.addProperty("VirtualSize", image.size());
        json.add("Labels", labels(image));
        json.addProperty("ManifestType", image.manifest().mediaType());
        return json;
    }

    /** One entry of {@code POST /images/digests}. */
    static JsonObject digest(Repository repository, Image image, String region) {
        var json = new JsonObject();
        json.addProperty("id", image.digest().toString());
        json.addProperty("created", created(image));
        json.addProperty("size", image.size());
        json.addProperty("manifestType", image.manifest().mediaType());
        var tags = new JsonObject();
        repository.tagsOf(image.digest()).forEach(tag -> tags.add(tag, new JsonObject()));
        var repositories = new JsonObject();
        repositories.add(ImageName.repositoryPath(region, repository.name()), tags);
        json.add("repoTags", repositories);
        return json;
    }

    /** What {@code docker inspect} would show, from the image's configuration. */
    static JsonObject inspected(Image image, RegionCatalog catalog) {
        var facts = image.manifest() instanceof Manifest.Image plain
                ? catalog.content(plain.config().digest()).map(ImageFacts::of).orElseGet(ImageViews::nothing)
                : nothing();
        var json = new JsonObject();
        json.addProperty("Id", id(image));
        json.addProperty("Parent", "");
        text(json, "Comment", facts, "comment");
        json.addProperty("Created", image.created().orElse(Instant.EPOCH).toString());
        text(json, "Container", facts, "container");
        object(json, "ContainerConfig", facts.json().get("container_config"));
        text(json, "DockerVersion", facts, "docker_version");
        text(json, "Author", facts, "author");
        object(json, "Config", facts.json().get("config"));
        text(json, "Architecture", facts, "architecture");
        text(json, "Os", facts, "os");
        facts.text("os.version").ifPresent(version -> json.addProperty("OsVersion", version));
        json.addProperty("Size", image.size());
        json.addProperty("VirtualSize", image.size());
        json.add("RootFS", rootFs(facts));
        json.addProperty("ManifestType", image.manifest().mediaType());
        return json;
    }

    private static ImageFacts nothing() {
        return new ImageFacts(new JsonObject());
    }

    private static JsonObject rootFs(ImageFacts facts) {
        var json = new JsonObject();
        json.addProperty("Type", "layers");
        var layers = facts.json().get("rootfs") instanceof JsonObject rootfs ? rootfs.get("diff_ids") : null;
        json.add("Layers", layers instanceof JsonArray array ? array.deepCopy() : new JsonArray());
        return json;
    }

    private static void text(JsonObject json, String name, ImageFacts facts, String field) {
        json.addProperty(name, facts.text(field).orElse(""));
    }

    private static void object(JsonObject json, String name, @Nullable JsonElement value) {
        if (value instanceof JsonObject object) {
            json.add(name, object.deepCopy());
        }
    }

    private static String id(Image image) {
        return image.manifest() instanceof Manifest.Image plain
                ? plain.config().digest().toString()
                : image.digest().toString();
    }

    private static long created(Image image) {
        return image.created().orElse(Instant.EPOCH).getEpochSecond();
    }

    private static JsonObject labels(Image image) {
        var json = new JsonObject();
        image.labels().forEach(json::addProperty);
        return json;
    }

    private static JsonArray strings(Stream<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
