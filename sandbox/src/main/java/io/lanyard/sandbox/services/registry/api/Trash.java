// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.ImageName;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.catalog.Repository;
import io.lanyard.sandbox.services.registry.catalog.Trashed;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Deleted images: what is there, for how long, and how it comes back. */
final class Trash {
    private static final String DELETE = RegistryRights.SERVICE + ".image.delete";

    private final Desk desk;

    Trash(Desk desk) {
        this.desk = desk;
    }

    Response list(Call call) {
        var region = call.region();
        var now = call.now();
        Map<String, Object> all = new LinkedHashMap<>();
        desk.repositories(call, DELETE)
                .forEach(repository -> repository
                        .trash()
                        .forEach((digest, trashed) -> all.put(
                                ImageName.digested(region, repository.name(), digest),
                                shown(repository, trashed, region, now))));
        return Response.ok(all);
    }

    private static JsonObject shown(Repository repository, Trashed trashed, String region, Instant now) {
        var json = new JsonObject();
        json.addProperty("daysUntilExpiry", trashed.daysLeft(now));
        var tags = new com.google.gson.JsonArray();
        new TreeSet<>(trashed.tags()).forEach(tag -> tags.add(ImageName.tagged(region, repository.name(), tag)));
        json.add("tags", tags);
        return json;
    }

    static ImageName digest(Call call) {
        return ImageName.parse(call.path("digest"), call.region());
    }

    /** Restores an image with all its tags; tags that name another image meanwhile stay with that one. */
    Response restoreTags(Call call) {
        var name = digest(call);
        var repository = desk.existing(call, name.repository());
        var trashed = find(repository, name).orElseThrow(() -> notInTrash(name, call));
        var free = free(repository, trashed.tags());
        restore(call, repository, trashed, free);
        var taken = new TreeSet<>(trashed.tags());
        taken.removeAll(free);
        return Response.ok(Map.of(
                "successful",
                names(repository, free, call.region()),
                "unsuccessful",
                names(repository, taken, call.region())));
    }

    /** Restores an image by a tag it had, with that tag alone; or by its digest, with all tags that are free. */
    Response restore(Call call) {
        var name = Images.named(call);
        var repository = desk.existing(call, name.repository());
        var trashed = find(repository, name).orElseThrow(() -> notInTrash(name, call));
        var tags = name.byDigest() ? free(repository, trashed.tags()) : Set.of(name.reference());
        if (!name.byDigest() && repository.tags().containsKey(name.reference())) {
            throw Refusal.of(
                    Problem.CONFLICT,
                    "The tag '" + name.reference() + "' names another image now: remove it, or restore the digest "
                            + trashed.image().digest() + ".");
        }
        restore(call, repository, trashed, tags);
        return Response.status(200);
    }

    private void restore(Call call, Repository repository, Trashed trashed, Set<String> tags) {
        desk.catalog(call)
                .change(
                        repository.name(),
                        before -> before.restore(trashed.image().digest(), tags));
    }

    private static Optional<Trashed> find(Repository repository, ImageName name) {
        return repository.trash().values().stream()
                .filter(trashed -> name.byDigest()
                        ? trashed.image().digest().toString().equals(name.reference())
                        : trashed.tags().contains(name.reference()))
                .max(Comparator.comparing(Trashed::deleted));
    }

    private static Refusal notInTrash(ImageName name, Call call) {
        return Refusal.of(Problem.NOT_FOUND, "The image '" + name.shown(call.region()) + "' is not in the trash.")
                .code("CRG0404E");
    }

    private static Set<String> free(Repository repository, Set<String> tags) {
        var free = new TreeSet<>(tags);
        free.removeAll(repository.tags().keySet());
        return free;
    }

    private static List<String> names(Repository repository, Set<String> tags, String region) {
        return tags.stream()
                .map(tag -> ImageName.tagged(region, repository.name(), tag))
                .toList();
    }
}
