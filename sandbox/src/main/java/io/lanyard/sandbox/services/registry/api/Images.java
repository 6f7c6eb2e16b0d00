// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import com.google.gson.JsonArray;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.ImageName;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.catalog.Image;
import io.lanyard.sandbox.services.registry.catalog.Repository;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looking at images: lists, digests, what docker would inspect, manifests. */
final class Images {
    private static final String LIST = RegistryRights.SERVICE + ".image.list";

    private final Desk desk;

    Images(Desk desk) {
        this.desk = desk;
    }

    /** The image that the path names, checked for its form. */
    static ImageName named(Call call) {
        return ImageName.parse(call.path("image"), call.region());
    }

    Response list(Call call) {
        var repository = call.query("repository")
                .filter(text -> !text.isEmpty())
                .map(text -> ImageName.repository(text, call.region(), text));
        var lists = flag(call, "includeManifestLists", false);
        var array = new JsonArray();
        if (flag(call, "includePrivate", true)) {
            desk.repositories(call, LIST)
                    .filter(r -> repository.isEmpty() || repository.get().equals(r.name()))
                    .forEach(r -> r.images().values().stream()
                            .filter(image -> lists || !image.isIndex())
                            .map(image -> ImageViews.listed(r, image, call.region()))
                            .forEach(array::add));
        }
        return Response.ok(array);
    }

    private static boolean flag(Call call, String name, boolean otherwise) {
        var text = call.query(name).orElse("");
        return switch (text) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Refusal.of(Problem.INVALID, "Query parameter '" + name + "' must be true or false.")
                        .about(name);
        };
    }

    Response digests(Call call) {
        var body = call.json();
        var wanted = repositories(body.texts("repositories"), call);
        var untagged = body.flag("exclude_tagged", false);
        var array = new JsonArray();
        desk.repositories(call, LIST)
                .filter(r -> wanted.isEmpty() || wanted.contains(r.name()))
                .forEach(r -> r.images().values().stream()
                        .filter(image -> !untagged || r.tagsOf(image.digest()).isEmpty())
                        .map(image -> ImageViews.digest(r, image, call.region()))
                        .forEach(array::add));
        return Response.ok(array);
    }

    private static Set<RepositoryName> repositories(List<String> names, Call call) {
        return names.stream()
                .map(name -> ImageName.repository(name, call.region(), name))
                .collect(Collectors.toSet());
    }

    Response inspect(Call call) {
        var image = find(call, named(call));
        if (image.isIndex()) {
            throw Refusal.of(
                    Problem.BAD_REQUEST,
                    "The image is an index of images for several platforms: inspect one of them by its digest. "
                            + "They are: "
                            + image.manifest()
                                    .children()
                                    .map(child -> child.digest().toString())
                                    .collect(Collectors.joining(", ")));
        }
        return Response.ok(ImageViews.inspected(image, desk.catalog(call)));
    }

    Response manifest(Call call) {
        var image = find(call, named(call));
        var bytes = desk.catalog(call).content(image.digest()).orElseThrow(() -> Desk.noImage(call.path("image")));
        try (var in = bytes.open()) {
            return Response.bytes(200, image.manifest().mediaType(), in.readAllBytes())
                    .with("Docker-Content-Digest", image.digest().toString());
        } catch (IOException broken) {
            throw new UncheckedIOException("the manifest " + image.digest() + " can't be read", broken);
        }
    }

    Image find(Call call, ImageName name) {
        return desk.existing(call, name.repository())
                .find(name.reference())
                .orElseThrow(() -> Desk.noImage(name.shown(call.region())));
    }

    static Stream<String> tags(Repository repository, Image image, String region) {
        return repository.tagsOf(image.digest()).stream().map(tag -> ImageName.tagged(region, repository.name(), tag));
    }
}
