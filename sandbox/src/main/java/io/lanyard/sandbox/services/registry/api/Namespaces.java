// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.catalog.Namespace;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ResourceTargets;
import io.lanyard.sandbox.state.Account;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Namespaces: listed as far as the caller may see them, added, put into a resource group once, removed with all images. */
final class Namespaces {
    private static final String LIST = RegistryRights.SERVICE + ".namespace.list";
    private static final String GROUP = "X-Auth-Resource-Group";

    private final Desk desk;

    Namespaces(Desk desk) {
        this.desk = desk;
    }

    Response list(Call call) {
        return Response.ok(desk.namespaces(call, LIST).map(Namespace::name).toList());
    }

    Response details(Call call) {
        return Response.ok(desk.namespaces(call, LIST)
                .map(namespace -> details(namespace, call.region()))
                .toList());
    }

    private static Map<String, Object> details(Namespace namespace, String region) {
        var details = new LinkedHashMap<String, Object>();
        details.put("name", namespace.name());
        details.put("account", namespace.accountId());
        if (namespace.resourceGroup().isPresent()) {
            details.put("crn", namespace.crn(region));
            details.put("resource_group", namespace.resourceGroup().get());
        }
        details.put("created_date", date(namespace.created()));
        details.put("updated_date", date(namespace.updated()));
        namespace.assigned().ifPresent(assigned -> details.put("resource_created_date", date(assigned)));
        return details;
    }

    private static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    Response create(Call call) {
        var name = call.path("name");
        if (!Namespace.isName(name)) {
            throw Refusal.of(
                    Problem.INVALID,
                    "'" + Desk.shown(name) + "' can't be a namespace: it needs 4 to 30 characters, lower-case letters, "
                            + "digits, hyphens and underscores, with a letter or digit at both ends.");
        }
        var account = call.account();
        var group = group(call).or(() -> defaultGroup(account));
        var outcome = desk.catalog(call).namespaces().create(name, account.id(), group, call.now());
        return switch (outcome) {
            case CREATED -> answer(201, name);
            case EXISTED -> answer(200, name);
            case TAKEN ->
                throw Refusal.of(
                        Problem.CONFLICT,
                        "The namespace '" + name + "' is in use by another account in " + call.region()
                                + ": choose another name.");
            case TOO_MANY ->
                throw Refusal.of(
                        Problem.CONFLICT,
                        "The account has " + Namespace.MOST + " namespaces in " + call.region()
                                + " already, which is the limit.");
        };
    }

    /** The group of the header, which the caller needs Viewer on (registry.md §3). */
    private static Optional<String> group(Call call) {
        return call.header(GROUP)
                .filter(value -> !value.isBlank())
                .map(id -> ResourceTargets.usable(call, call.account(), id).id());
    }

    /** New accounts put namespaces into their default group; in old ones they belong to none until they are assigned. */
    private static Optional<String> defaultGroup(Account account) {
        return account.old()
                ? Optional.empty()
                : Optional.of(ResourcePart.of(account).defaultGroup().id());
    }

    private static Response answer(int status, String name) {
        return Response.json(status, Map.of("namespace", name));
    }

    Response assign(Call call) {
        var namespace = desk.existing(call, call.path("name"));
        var group = group(call)
                .orElseThrow(() -> Refusal.of(
                                Problem.MISSING, "The header '" + GROUP + "' is required: the resource group's id.")
                        .about(GROUP));
        if (!desk.catalog(call).namespaces().assign(namespace.name(), group, call.now())) {
            throw Refusal.of(
                    Problem.CONFLICT,
                    "The namespace '" + namespace.name() + "' is in the resource group "
                            + namespace.resourceGroup().orElse("") + "; it can't be moved to another one.");
        }
        return answer(200, namespace.name());
    }

    Response delete(Call call) {
        var namespace = desk.existing(call, call.path("name"));
        desk.catalog(call).deleteNamespace(namespace.name());
        return Response.noContent();
    }
}
