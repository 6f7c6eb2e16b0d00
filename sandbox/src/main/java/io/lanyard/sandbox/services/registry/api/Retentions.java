// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.ImageName;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.catalog.Retention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Retention policies: which images of a namespace are kept, from now on or just in theory. */
final class Retentions {
    private static final String LIST = RegistryRights.SERVICE + ".retention.list";

    private final Desk desk;

    Retentions(Desk desk) {
        this.desk = desk;
    }

    /** Lists the policies that were set, by namespace. */
    Response list(Call call) {
        var set = desk.catalog(call).housekeeping().policies();
        Map<String, Object> all = new LinkedHashMap<>();
        desk.namespaces(call, LIST)
                .forEach(namespace -> set.stream()
                        .filter(policy -> policy.namespace().equals(namespace.name()))
                        .forEach(policy -> all.put(namespace.name(), policy)));
        return Response.ok(all);
    }

    Response get(Call call) {
        var namespace = desk.existing(call, call.path("namespace"));
        return Response.ok(desk.catalog(call).housekeeping().policy(namespace.name()));
    }

    Response set(Call call) {
        desk.catalog(call).housekeeping().set(policy(call), call.now());
        return Response.status(201);
    }

    Response analyze(Call call) {
        var policy = policy(call);
        Map<String, List<String>> doomed = new LinkedHashMap<>();
        desk.catalog(call).repositories(policy.namespace()).forEach(repository -> {
            var digests =
                    policy.doomed(repository).stream().map(Digest::toString).toList();
            if (!digests.isEmpty()) {
                doomed.put(ImageName.repositoryPath(call.region(), repository.name()), digests);
            }
        });
        return Response.ok(doomed);
    }

    private Retention policy(Call call) {
        var body = call.json();
        var namespace = desk.existing(call, body.text("namespace"));
        var keep = body.number("images_per_repo").orElse(Retention.ALL);
        if (keep < Retention.ALL) {
            throw Refusal.of(Problem.INVALID, "'images_per_repo' must be -1, which keeps all images, or more.")
                    .about("images_per_repo");
        }
        return new Retention(namespace.name(), keep, body.flag("retain_untagged", false));
    }
}
